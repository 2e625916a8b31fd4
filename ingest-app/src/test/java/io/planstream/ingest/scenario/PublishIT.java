package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.planstream.model.record.PublishedRecord;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PublishIT {

	@TempDir
	static Path data;

	private static TestDatabase database;

	private static App app;

	@BeforeAll
	static void start() {
		database = TestDatabase.createEmpty();
		app = App.start(database, data);
	}

	@AfterAll
	static void stop() {
		app.close();
		database.close();
	}

	@Test
	void publishesEveryRowOnceAndEndsEverySlice() {
		Path file = RateFile.ofRows(2016, 1000).write(data, "Rate.csv");
		String run = app.rest().beginRun(file);
		awaitEnded(run);
		List<Topic.Stored> records = Topic.of(run);
		assertThat(records).filteredOn((stored) -> stored.record() instanceof PublishedRecord.OfRate).hasSize(1000);
		assertThat(records).filteredOn((stored) -> stored.record() instanceof PublishedRecord.EndOfSlice)
			.as("three partitions and the rejects")
			.hasSize(4);
		for (Map.Entry<String, List<Long>> stream : Topic.sequences(records).entrySet()) {
			assertThat(stream.getValue()).as(stream.getKey())
				.containsExactlyElementsOf(LongStream.range(0, stream.getValue().size()).boxed().toList());
		}
	}

	private static void awaitEnded(String run) {
		await().until(() -> database.root()
			.queryForObject("select count(*) from slice where run_id = ? and not ended", Integer.class, run) == 0);
	}

}
