package io.planstream.consumer.testing;

import java.nio.file.Path;
import java.util.Map;

import io.planstream.testsupport.fault.DatabaseProcess;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database server of one test alone, which may be killed.
 */
public final class OwnDatabase implements Schema {

	private final DatabaseProcess server = new DatabaseProcess(
			Path.of("target", "own-database-" + ProcessHandle.current().pid()));

	/** As {@code kill -9} does it. */
	public void kill() {
		this.server.kill();
	}

	public void startAgain() {
		this.server.startAgain();
	}

	@Override
	public Map<String, String> consumerProperties() {
		return this.server.direct().consumerProperties();
	}

	@Override
	public JdbcTemplate root() {
		return this.server.direct().root();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
