package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.fault.BrokerProcess;
import io.planstream.testsupport.fault.DatabaseProcess;
import io.planstream.testsupport.fault.Victim;
import io.planstream.testsupport.reference.Reference;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every part a process of its own that can be killed and frozen, with networks in between
 * that can fail; and what the tables of an undisturbed run hold.
 */
final class FaultyStack implements AutoCloseable {

	private static final Duration RECOVERY = Duration.ofSeconds(10);

	private final Path data;

	private final BrokerProcess broker;

	private final DatabaseProcess database;

	private final Stack stack;

	private final Reference reference;

	private Map<String, List<String>> undisturbed;

	private FaultyStack(Path directory, Path databaseFolder, Path data) {
		this.data = data;
		this.broker = new BrokerProcess(directory.resolve("kafka")).start();
		this.database = new DatabaseProcess(databaseFolder);
		this.stack = new Stack(directory, List.of(data.getParent()), this.broker.bootstrapServers(),
				this.database.direct(), this.database.throughNetwork(), List.of(this.broker, this.database));
		this.reference = read(data);
	}

	/**
	 * Starts everything. Settings of applications can be changed before
	 * {@link #undisturbed()}.
	 */
	static FaultyStack of(String name, Path data) {
		Path directory = Stack.directory(name);
		return new FaultyStack(directory, directory.resolve("database"), data);
	}

	/** The same with the database's files somewhere else than those of the others. */
	static FaultyStack of(String name, Path data, Path databaseFolder) {
		return new FaultyStack(Stack.directory(name), databaseFolder, data);
	}

	private static Reference read(Path data) {
		try {
			return Reference.ofFolder(data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts the applications, and notes what a run without any fault gives. */
	FaultyStack undisturbed() {
		this.stack.start();
		String run = begin("");
		this.stack.awaitComplete(run, Duration.ofMinutes(10));
		this.undisturbed = Tables.of(tables(), run);
		new AgainstReference(tables().rootClient(), run).assertEveryTableEqual(this.reference);
		return this;
	}

	/** Begins a run, whatever was read before. */
	String begin(String options) {
		return this.stack.postRun(this.data, ", \"force\": true" + options).get("runId").asString();
	}

	/** Begins a run that takes some time, and returns when rows are applied. */
	String beginAndSeeItMove(int rowsPerSecond) {
		String run = begin(", \"rowsPerSecond\": " + rowsPerSecond);
		await("run " + run + " to move").atMost(Duration.ofSeconds(60)).until(() -> appliedRows(run) > 1_000);
		return run;
	}

	/** Rows have to move within ten seconds, unless the run has ended. */
	void assertRowsMove(String run, String when) {
		long start = System.nanoTime();
		long from = appliedRows(run);
		await("rows to move when " + when).atMost(RECOVERY)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> appliedRows(run) > from || ended(run));
		System.out
			.println("Rows moved " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms after: " + when);
	}

	boolean ended(String run) {
		return !this.stack.stateOf(run).equals("RUNNING");
	}

	/**
	 * Waits for a run, and holds it against the undisturbed one, which was held against
	 * the independent count: every row has one fate, and nothing good is a dead letter.
	 */
	void assertUndisturbed(String run) {
		this.stack.awaitComplete(run);
		assertThat(Tables.of(tables(), run)).as("tables of run " + run).isEqualTo(this.undisturbed);
		Fates.assertOneEach(tables(), run);
		Fates.assertMetricsAgree(this.stack.ingest(), run);
	}

	Stack stack() {
		return this.stack;
	}

	AppProcess ingest() {
		return this.stack.ingest();
	}

	AppProcess consumer() {
		return this.stack.consumer();
	}

	BrokerProcess broker() {
		return this.broker;
	}

	DatabaseProcess database() {
		return this.database;
	}

	/** The schema, past the network. */
	TestDatabase tables() {
		return this.database.direct();
	}

	Map<String, Victim> victims() {
		return Map.of("broker", this.broker, "consumer", consumer(), "database", this.database, "ingest", ingest());
	}

	long appliedRows(String run) {
		return this.stack.appliedRows(run);
	}

	long number(String sql) {
		return tables().root().queryForObject(sql, Long.class);
	}

	/** Ends everything, and makes sure that nothing is left. */
	@Override
	public void close() {
		List<ProcessHandle> processes = victims().values().stream().map(Victim::process).toList();
		List<Integer> ports = Stream
			.concat(this.broker.ports().stream(),
					Stream.of(this.database.port(), this.database.network().port(), ingest().port(), consumer().port()))
			.toList();
		this.stack.close();
		assertThat(processes).as("processes left").noneMatch(ProcessHandle::isAlive);
		assertThat(ports).as("ports left").allMatch(FreePorts::isFree);
		Leftovers.assertNone(this.broker.data());
		Leftovers.assertNoneOfApplications(this.data.resolveSibling("uploads"),
				List.of(ingest().temporary(), consumer().temporary()));
	}

}
