package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.util.Map;

import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;

/**
 * What scenarios share: a database, a data folder and an application for all tests of a
 * class. Tests keep apart by plan years; whatever they leave running is stopped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Scenario {

	@TempDir
	static Path data;

	TestDatabase database;

	App app;

	@BeforeAll
	void startApplication() {
		database = TestDatabase.create();
		this.app = App.start(database, data, settings());
	}

	@AfterEach
	void stopRuns() {
		this.database.root()
			.queryForList("select run_id from run where state = 'RUNNING'", String.class)
			.forEach((run) -> rest().post("/api/runs/" + run + "/stop", null));
	}

	@AfterAll
	void stopApplication() {
		this.app.close();
		database.close();
	}

	String[] settings() {
		return new String[0];
	}

	Rest rest() {
		return this.app.rest();
	}

	void apply(String run) {
		new Applier(database).apply(run);
	}

	String complete(Path path, Map<String, Object> options) {
		String run = rest().beginRun(path, options);
		awaitPublished(run);
		apply(run);
		rest().awaitState(run, "COMPLETE");
		return run;
	}

	String complete(Path path) {
		return complete(path, Map.of());
	}

	void awaitPublished(String run) {
		await("run " + run + " to be published")
			.until(() -> number("select count(*) from slice where run_id = ? and not ended", run) == 0);
	}

	void awaitRowsRead(String run, long rows) {
		await("some rows of run " + run)
			.until(() -> number("select sum(rows_read) from slice where run_id = ?", run) >= rows);
	}

	long number(String sql, Object... parameters) {
		return database.root().queryForObject(sql, Long.class, parameters);
	}

	String text(String sql, Object... parameters) {
		return database.root().queryForObject(sql, String.class, parameters);
	}

}
