package io.planstream.testsupport.fault;

import java.nio.file.Path;

import io.planstream.embedded.EmbeddedDatabase;
import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.server.TestDatabase;

/**
 * What runs a database server of a test's own.
 */
interface DatabasePrograms {

	static DatabasePrograms on(Path data) {
		String mysql = System.getenv().getOrDefault("PLANSTREAM_TEST_MYSQL_HOME", "");
		return mysql.isEmpty() ? mariaDb(data) : new MySqlPrograms(Path.of(mysql), data);
	}

	private static DatabasePrograms mariaDb(Path data) {
		EmbeddedDatabase server = EmbeddedDatabase.open(TestDatabase.serverPrograms(), data, FreePorts.pick());
		return new DatabasePrograms() {

			@Override
			public ProcessHandle start() {
				return server.start();
			}

			@Override
			public void stop() {
				server.stop();
			}

			@Override
			public int port() {
				return server.port();
			}

			@Override
			public TestDatabase createSchema() {
				return TestDatabase.createOn(server);
			}

		};
	}

	/** Returns when the server takes statements. */
	ProcessHandle start();

	/** Ends it in good order; nothing happens if it has ended. */
	void stop();

	int port();

	/** A schema with everything in it, on the running server. */
	TestDatabase createSchema();

}
