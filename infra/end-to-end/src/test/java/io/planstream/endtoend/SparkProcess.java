package io.planstream.endtoend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.server.TestDatabase;

/**
 * spark-app as {@code java -jar} runs it.
 */
final class SparkProcess {

	private SparkProcess() {
	}

	/** In local mode, slowed down by small batches. */
	static AppProcess local(String bootstrapServers, TestDatabase database, Path directory, int maxOffsets) {
		return on("local[2]", bootstrapServers, database, directory, maxOffsets);
	}

	static AppProcess on(String master, String bootstrapServers, TestDatabase database, Path directory,
			int maxOffsets) {
		int port = FreePorts.pick();
		Map<String, String> properties = new HashMap<>();
		properties.put("planstream.bootstrap.servers", bootstrapServers);
		properties.put("planstream.jdbc.url", database.jdbcUrl());
		properties.put("planstream.jdbc.user", DatabaseAccounts.CONSUMER);
		properties.put("planstream.jdbc.password", database.accounts().consumerPassword());
		properties.put("planstream.checkpoint", checkpoint(directory).toUri().toString());
		properties.put("planstream.http.port", String.valueOf(port));
		properties.put("planstream.trigger.millis", "100");
		properties.put("planstream.max.offsets.per.trigger", String.valueOf(maxOffsets));
		return new AppProcess("spark", port, "-Xmx640m", properties, directory).option("-Dspark.master=" + master);
	}

	/** A database that nothing is applied to, with the runs of another. */
	static TestDatabase databaseWithRuns(TestDatabase other) {
		TestDatabase database = TestDatabase.create();
		database.root().update("insert into run select * from " + other.schema() + ".run");
		return database;
	}

	static Path checkpoint(Path directory) {
		return directory.resolve("checkpoint");
	}

}
