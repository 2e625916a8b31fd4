package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.planstream.model.SchemaVersion;
import io.planstream.model.dataset.Dataset;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What spark-app says, and how it ends, when it finds something else than ingest-app
 * makes.
 */
class SparkStartIT {

	private static final List<String> TOPICS = Dataset.allTopics();

	private static final String RATES = Dataset.RATE.topic();

	@TempDir
	private Path directory;

	@AfterEach
	void deleteTopics() {
		TOPICS.forEach(TestBroker::deleteTopic);
		awaitNoTopic(RATES);
	}

	/** All at the same time, because three of them wait. */
	@Test
	void tablesOfThisReleaseAndTopicsAreWaitedForAndThenNamedWithWhatToDo() throws IOException {
		TestBroker.createTopic(RATES, 1);
		try (TestDatabase empty = TestDatabase.createEmpty();
				TestDatabase old = TestDatabase.create();
				TestDatabase current = TestDatabase.create();
				TestDatabase unsafe = TestDatabase.create();
				AppProcess withoutTables = spark(empty, "tables").start();
				AppProcess withOldTables = spark(withOldSchema(old), "schema").start();
				AppProcess withoutTopics = spark(current, "topics").start();
				AppProcess withoutKey = spark(withoutKey(unsafe), "key").start()) {
			assertEnded(withoutKey, "Table source_watermark has the primary key ()",
					"What to do: Restore the key: alter table source_watermark add primary key");
			assertEnded(withoutTables, "After 15 seconds still waiting for the tables, which ingest-app makes",
					"What to do: Start ingest-app: it migrates the schema.");
			assertEnded(withOldTables,
					"it is of version " + (SchemaVersion.CURRENT - 1) + ", this release needs " + SchemaVersion.CURRENT,
					"What to do: Start ingest-app of this release: it migrates the schema.");
			assertEnded(withoutTopics, "still waiting for topics [", Dataset.NETWORK.topic(),
					"which ingest-app creates", "What to do: Start ingest-app.");
			assertThat(withoutTopics.logEnd()).doesNotContain(RATES);
		}
	}

	private static TestDatabase withoutKey(TestDatabase database) {
		database.root().execute("alter table source_watermark drop primary key");
		return database;
	}

	private static TestDatabase withOldSchema(TestDatabase database) {
		database.root()
			.update("delete from flyway_schema_history where version = ?", String.valueOf(SchemaVersion.CURRENT));
		return database;
	}

	private static void assertEnded(AppProcess spark, String... texts) {
		assertThat(spark.awaitExit()).isEqualTo(1);
		assertThat(spark.logEnd()).contains(texts).doesNotContain("Exception");
	}

	@Test
	void aTopicMadeAgainWhileItIsReadEndsItAndNothingIsSkipped() throws Exception {
		TOPICS.forEach((topic) -> TestBroker.createTopic(topic, 1));
		try (TestDatabase database = TestDatabase.create(); AppProcess spark = spark(database, "made-again")) {
			spark.start();
			SparkProcess.publishWhatCannotBeDecoded(TestBroker.bootstrapServers());
			await().atMost(Duration.ofSeconds(120)).until(() -> position(database) == 1);
			TestBroker.deleteTopic(RATES);
			awaitNoTopic(RATES);
			TestBroker.createTopic(RATES, 1);
			SparkProcess.publishWhatCannotBeDecoded(TestBroker.bootstrapServers());
			assertThat(spark.awaitExit()).isEqualTo(1);
			assertThat(spark.logEnd()).contains("Topic " + RATES + " was deleted and made again",
					"What to do: Run './planstream runs repair RUN'");
			assertThat(position(database)).isEqualTo(1);
			assertThat(database.root().queryForObject("select count(*) from dead_letter", Long.class)).isEqualTo(1);
		}
	}

	private AppProcess spark(TestDatabase database, String name) throws IOException {
		return SparkProcess
			.local(TestBroker.bootstrapServers(), database, Files.createDirectory(this.directory.resolve(name)), 1000)
			.option(SparkProcess.SHORT_LIVED)
			.with("planstream.wait.seconds", "15");
	}

	private static void awaitNoTopic(String topic) {
		await().until(() -> !TestBroker.topics().contains(topic));
	}

	private static long position(TestDatabase database) {
		return database.root()
			.queryForObject("select coalesce(sum(next_offset), 0) from consumer_position where topic = ?", Long.class,
					RATES);
	}

}
