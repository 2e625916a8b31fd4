package io.planstream.benchmark.application;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Rounds;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.ground.Started;
import io.planstream.benchmark.measure.ProcessUse;
import io.planstream.benchmark.measure.Repetition;
import io.planstream.embedded.FreePorts;
import io.planstream.local.home.Ports;
import io.planstream.local.home.StackState;
import io.planstream.local.run.IngestApi;
import io.planstream.local.stack.DataDirectories;
import io.planstream.local.stack.Engine;
import io.planstream.local.stack.Service;

/**
 * PlanStream's applications on servers, with the settings of the local stack. Closing
 * them stops them in order. For one thread.
 */
public final class Applications implements AutoCloseable {

	private final Servers servers;

	private final Map<String, Started> started = new LinkedHashMap<>();

	private Applications(Servers servers) {
		this.servers = servers;
	}

	/**
	 * A trial for each repetition of which the applications are started anew.
	 * @param ground where to run
	 * @param settings more settings of ingest-app, as environment variables
	 * @param work what is repeated, when ingest-app is ready
	 * @return the trial
	 */
	public static Trial trial(Ground ground, Map<String, String> settings, Work work) {
		Servers servers = ground.servers();
		return (rounds) -> {
			try (Applications applications = new Applications(servers)) {
				applications.launch(ProcessUse.PUBLISHER, servers.services().ingest(settings), servers.state())
					.awaitReady();
				return work.run(applications, rounds);
			}
		};
	}

	/**
	 * Starts what applies, and waits until all is ready.
	 * @param engine consumer-app or spark-app
	 * @param instances how many of it
	 */
	public void startAppliers(Engine engine, int instances) {
		launchApplier(engine);
		for (int instance = 2; instance <= instances; instance++) {
			launch(ProcessUse.APPLIER + "-" + instance, this.servers.services().applier(engine), stateOfAnother());
		}
		this.started.values().forEach(Started::awaitReady);
	}

	/** Starts what applies, which begins before it says that it is ready. */
	void launchApplier(Engine engine) {
		launch(ProcessUse.APPLIER, this.servers.services().applier(engine), this.servers.state());
	}

	private Started launch(String name, Service service, StackState state) {
		Started launched = Started.launch(service, state);
		this.started.put(name, launched);
		return launched;
	}

	private StackState stateOfAnother() {
		Ports ports = this.servers.state().ports();
		return this.servers.state()
			.withPorts(new Ports(ports.database(), ports.broker(), ports.controller(), ports.console(),
					FreePorts.pick(), ports.sparkMaster()));
	}

	/**
	 * Lets ingest-app read files.
	 * @param files the files
	 * @return its REST interface
	 */
	public IngestApi api(List<Path> files) {
		new DataDirectories(this.servers.home()).allow(files.stream().map(Path::getParent).distinct().toList());
		return new IngestApi(this.servers.state().ports().console());
	}

	/**
	 * Looks at what is committed.
	 * @return a look at the database, to be closed
	 * @throws SQLException if the database does not answer
	 */
	public Progress progress() throws SQLException {
		Connection connection = this.servers.connect();
		return new Progress(connection);
	}

	/**
	 * All processes, for a meter.
	 * @return the applications that run, and the servers
	 */
	public Map<String, ProcessHandle> processes() {
		Map<String, ProcessHandle> processes = new LinkedHashMap<>();
		this.started.forEach((name, application) -> processes.put(name, application.process()));
		return this.servers.with(processes);
	}

	@Override
	public void close() {
		this.started.values().forEach(Started::requestStop);
		this.started.values().forEach(Started::awaitEnd);
		this.started.clear();
	}

	/**
	 * What is repeated.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Does it once, after a warm-up if there is one.
		 * @param applications ingest-app runs; others can be started
		 * @param rounds the files
		 * @return what it gave with the files that count
		 * @throws Exception if it fails, or does not do all of the work
		 */
		Repetition run(Applications applications, Rounds rounds) throws Exception;

	}

}
