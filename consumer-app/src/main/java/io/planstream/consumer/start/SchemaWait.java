package io.planstream.consumer.start;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import io.planstream.consumer.sql.SchemaProbe;
import io.planstream.model.failure.Failure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.InitializingBean;

/**
 * Holds the start until the database answers and has the tables, which ingest-app makes,
 * and refuses it if they are not what the guarantee rests on. Ends when the virtual
 * machine is told to end.
 */
final class SchemaWait implements InitializingBean {

	private static final Log logger = LogFactory.getLog(SchemaWait.class);

	private static final long CHECK_MILLIS = 250;

	private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final SchemaProbe probe;

	SchemaWait(SchemaProbe probe) {
		this.probe = probe;
	}

	@Override
	public void afterPropertiesSet() throws InterruptedException {
		Thread waiting = Thread.currentThread();
		Thread hook = new Thread(waiting::interrupt, "schema-wait-end");
		Runtime.getRuntime().addShutdownHook(hook);
		waitForSchema();
		Runtime.getRuntime().removeShutdownHook(hook);
	}

	private void waitForSchema() throws InterruptedException {
		long loggedAt = System.nanoTime() - LOG_NANOS;
		for (String reason = missing(); reason != null; reason = missing()) {
			if (System.nanoTime() - loggedAt >= LOG_NANOS) {
				logger.info("Waiting for the database and its schema: " + reason);
				loggedAt = System.nanoTime();
			}
			TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
		}
	}

	private String missing() {
		try {
			this.probe.check();
			return null;
		}
		catch (SQLException ex) {
			return description(ex);
		}
	}

	private static String description(SQLException failure) {
		Throwable root = failure;
		Throwable said = failure;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
			said = (root instanceof SQLException) ? root : said;
		}
		return (root == said) ? Failure.firstLine(said)
				: Failure.firstLine(said) + " (" + Failure.firstLine(root) + ")";
	}

}
