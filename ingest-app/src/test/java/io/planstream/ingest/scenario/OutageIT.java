package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.planstream.embedded.EmbeddedBroker;
import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.fault.DatabaseProcess;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Servers that go away in the middle of a run and come back.
 */
class OutageIT {

	private static final Map<String, Object> PACED = Map.of("rowsPerSecond", 2000);

	private static final int ROWS = 8000;

	@TempDir
	Path data;

	@Test
	void waitsForTheBrokerAndLosesNothing() {
		List<Integer> ports = FreePorts.pick(2);
		Path folder = this.data.resolve("kafka");
		EmbeddedBroker broker = EmbeddedBroker.start(folder, ports.get(0), ports.get(1));
		String servers = broker.bootstrapServers();
		try (TestDatabase database = TestDatabase.create();
				App app = App.start(database, this.data, "spring.kafka.bootstrap-servers", servers)) {
			String run = app.rest().beginRun(RateFile.ofRows(2016, ROWS).write(this.data, "Rate.csv"), PACED);
			awaitRows(database.root(), run, 1);
			broker.close();
			await().atMost(Duration.ofSeconds(30))
				.until(() -> app.rest().get("/actuator/health/readiness").status() == 503);
			assertThat(app.rest().get("/actuator/health/liveness").status()).isEqualTo(200);
			assertThat(app.rest().run(run).text("state")).isEqualTo("RUNNING");
			broker = EmbeddedBroker.start(folder, ports.get(0), ports.get(1));
			awaitEnded(database.root(), run);
			Topic.assertEachRowOnce(Topic.of(run, servers), ROWS);
			assertThat(app.rest().run(run).body().get("attempt").asInt()).as("the worker itself waits").isOne();
		}
		finally {
			broker.close();
		}
	}

	@Test
	void waitsForTheDatabaseAndLosesNothing() {
		Path folder = Path.of("target", "outage-" + ProcessHandle.current().pid());
		try (DatabaseProcess database = new DatabaseProcess(folder);
				App app = App.start(database.direct(), this.data)) {
			JdbcTemplate root = database.direct().root();
			String run = app.rest().beginRun(RateFile.ofRows(2016, ROWS).write(this.data, "Rate.csv"), PACED);
			awaitRows(root, run, 1);
			database.stop();
			await().atMost(Duration.ofSeconds(30))
				.until(() -> app.rest().get("/actuator/health/readiness").status() == 503);
			assertThat(app.rest().run(run).text("code")).isEqualTo("DATABASE_AWAY");
			assertThat(app.rest().get("/actuator/health/liveness").status()).isEqualTo(200);
			database.startAgain();
			awaitEnded(root, run);
			Topic.assertEachRowOnce(Topic.of(run), ROWS);
		}
	}

	private static void awaitRows(JdbcTemplate database, String run, long rows) {
		await().until(() -> database.queryForObject("select sum(rows_read) from slice where run_id = ?", Long.class,
				run) >= rows);
	}

	private static void awaitEnded(JdbcTemplate database, String run) {
		await().atMost(Duration.ofSeconds(90))
			.until(() -> database.queryForObject("select count(*) from slice where run_id = ? and not ended",
					Long.class, run) == 0);
	}

}
