package io.planstream.local.stack;

import java.nio.file.Path;
import java.util.Optional;

import io.planstream.embedded.EmbeddedDatabase;
import io.planstream.local.home.Home;
import io.planstream.local.home.StackState;

/**
 * The database, with its schema's accounts.
 */
final class DatabaseService implements Service {

	static final String NAME = "database";

	static final String SCHEMA = "planstream";

	private final Home home;

	private final ProjectFiles project;

	DatabaseService(Home home, ProjectFiles project) {
		this.home = home;
		this.project = project;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String title() {
		return "database (MariaDB)";
	}

	@Override
	public Optional<ProcessHandle> running(StackState state) {
		return EmbeddedDatabase.findProcess(data()).or(() -> state.process(NAME));
	}

	@Override
	public ProcessHandle launch(StackState state) {
		EmbeddedDatabase database = EmbeddedDatabase.open(this.project.databasePrograms(), data(),
				state.ports().database());
		ProcessHandle process = database.start();
		database.createAccounts(SCHEMA, this.home.credentials());
		return process;
	}

	@Override
	public boolean isReady(StackState state) {
		return Probe.accepts(state.ports().database());
	}

	@Override
	public void requestStop(ProcessHandle process) {
		EmbeddedDatabase.open(this.project.databasePrograms(), data(), this.home.state().ports().database())
			.requestStop(process);
	}

	@Override
	public Path log() {
		return data().resolveSibling("data.log");
	}

	private Path data() {
		return data(this.home);
	}

	private static Path data(Home home) {
		return home.file("mariadb").resolve("data");
	}

	/** The argument by which the server of this folder is found if all else is lost. */
	static String mark(Home home) {
		return "--datadir=" + data(home);
	}

}
