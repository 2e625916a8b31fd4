package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.util.Map;

import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;

/**
 * What scenarios share: a database of their own, a data folder, and instances of the
 * application that end with the test.
 */
abstract class Scenario {

	@TempDir
	Path data;

	TestDatabase database;

	App app;

	@BeforeEach
	void startApplication() {
		this.database = TestDatabase.create();
		this.app = App.start(this.database, this.data, settings());
	}

	@AfterEach
	void stopApplication() {
		this.app.close();
		this.database.close();
	}

	String[] settings() {
		return new String[0];
	}

	Rest rest() {
		return this.app.rest();
	}

	void apply(String run) {
		new Applier(this.database).apply(run);
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
		return this.database.root().queryForObject(sql, Long.class, parameters);
	}

	String text(String sql, Object... parameters) {
		return this.database.root().queryForObject(sql, String.class, parameters);
	}

}
