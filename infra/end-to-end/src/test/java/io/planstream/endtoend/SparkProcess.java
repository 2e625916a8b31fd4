package io.planstream.endtoend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.FreePorts;
import io.planstream.model.dataset.Dataset;
import io.planstream.testsupport.server.TestDatabase;

/**
 * spark-app as {@code java -jar} runs it.
 */
final class SparkProcess {

	/** Compiling well does not pay for itself within a test. */
	static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

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

	/** A record of the rates that ends as a dead letter, whoever reads it. */
	static void publishWhatCannotBeDecoded(String bootstrapServers) throws Exception {
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers),
				new ByteArraySerializer(), new ByteArraySerializer())) {
			producer.send(new ProducerRecord<>(Dataset.RATE.topic(), 0, null, new byte[] { 1, 2, 3 })).get();
		}
	}

	static Path checkpoint(Path directory) {
		return directory.resolve("checkpoint");
	}

}
