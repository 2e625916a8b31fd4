package io.planstream.spark.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.planstream.model.SchemaVersion;
import io.planstream.model.failure.Failure;
import io.planstream.model.position.Start;
import io.planstream.model.start.StartException;
import io.planstream.spark.sql.DatabaseException;
import io.planstream.spark.sql.DriverTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the schema and the topics, which ingest-app makes, and finds where reading
 * begins.
 */
public final class Preparation {

	private static final Logger logger = LoggerFactory.getLogger(Preparation.class);

	private static final long CHECK_MILLIS = 250;

	private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final DriverTables tables;

	private final Topics topics;

	private final Duration limit;

	private final Consumer<String> waiting;

	/**
	 * Makes a preparation.
	 * @param tables the tables
	 * @param topics the topics
	 * @param limit for how long to wait
	 * @param waiting is told what is waited for
	 */
	public Preparation(DriverTables tables, Topics topics, Duration limit, Consumer<String> waiting) {
		this.tables = tables;
		this.topics = topics;
		this.limit = limit;
		this.waiting = waiting;
	}

	/**
	 * Returns when schema and topics are there.
	 * @throws StartException if the schema is of an older release, something is still
	 * missing when the time is over, or the database is not what counting each row once
	 * rests on
	 * @throws InterruptedException if the thread is interrupted
	 */
	public void await() throws InterruptedException {
		long begun = System.nanoTime();
		long loggedAt = begun - LOG_NANOS;
		for (Missing missing = missing(); missing != null; missing = missing()) {
			this.waiting.accept(missing.what());
			if (System.nanoTime() - begun > this.limit.toNanos()) {
				throw new StartException(
						"After " + this.limit.toSeconds() + " seconds still waiting for " + missing.what(),
						missing.action());
			}
			if (System.nanoTime() - loggedAt >= LOG_NANOS) {
				logger.info("Waiting for {}", missing.what());
				loggedAt = System.nanoTime();
			}
			TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
		}
	}

	private record Missing(String what, String action) {
	}

	private Missing missing() {
		try {
			int version = this.tables.schemaVersion().orElse(0);
			if (version == 0) {
				return new Missing("the tables, which ingest-app makes", "Start ingest-app: it migrates the schema.");
			}
			if (version < SchemaVersion.CURRENT) {
				return new Missing(
						"a schema of this release: it is of version " + version + ", this release needs "
								+ SchemaVersion.CURRENT,
						"Start ingest-app of this release: it migrates the schema. Then start spark-app again.");
			}
			this.tables.check();
			List<String> topicsMissing = this.topics.missing();
			return topicsMissing.isEmpty() ? null
					: new Missing("topics " + topicsMissing + ", which ingest-app creates", "Start ingest-app.");
		}
		catch (DatabaseException ex) {
			return new Missing("the database: " + Failure.firstLine(Failure.root(ex)),
					"Check --jdbc-url, the account and the server.");
		}
		catch (IllegalStateException ex) {
			return new Missing(Failure.firstLine(ex), "Check --bootstrap-servers and the brokers.");
		}
	}

	/**
	 * Finds where to begin in every partition.
	 * @return offset by topic and partition
	 * @throws StartException if records that were not applied are gone
	 * @throws RuntimeException if the database or Kafka does not answer
	 */
	public Map<String, Map<Integer, Long>> starts() {
		Map<String, Map<Integer, Long>> starts = new TreeMap<>();
		List<String> refused = new ArrayList<>();
		this.topics.logs().forEach((topic, logs) -> logs.forEach((partition, log) -> {
			Start start = this.tables.start(topic, partition, log);
			if (start instanceof Start.At at) {
				starts.computeIfAbsent(topic, (name) -> new TreeMap<>()).put(partition, at.offset());
			}
			else if (start instanceof Start.Refused refusal) {
				refused.add(refusal.message());
			}
		}));
		if (!refused.isEmpty()) {
			throw new StartException(String.join("\n", refused), "Run './planstream runs repair RUN'.");
		}
		return starts;
	}

}
