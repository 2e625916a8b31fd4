package io.planstream.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import io.planstream.embedded.EmbeddedServerException;
import io.planstream.embedded.LogFile;
import io.planstream.local.home.Home;
import io.planstream.local.home.HomeLock;
import io.planstream.local.home.Ports;
import io.planstream.local.home.ProcessIdentity;
import io.planstream.local.home.StackState;
import io.planstream.local.terminal.Problem;

/**
 * The processes of the local stack. Starting is idempotent and leaves nothing half
 * started; what is remembered is written after every step, so that a killed command loses
 * no process. Thread-safe; commands take turns by {@link HomeLock}.
 */
public final class Stack {

	private static final Duration START_LIMIT = Duration.ofSeconds(180);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

	private static final Duration FAST_FAILURE = Duration.ofSeconds(60);

	private static final int FAST_FAILURES = 3;

	private final Home home;

	private final List<List<Service>> groups;

	private final Engine engine;

	private final Consumer<String> progress;

	private final Map<String, Deque<Instant>> restarts = new LinkedHashMap<>();

	private volatile boolean cancelled;

	/**
	 * The full stack.
	 * @param home the stack's folder
	 * @param project where the programs are
	 * @param engine what applies
	 * @param progress receives a line for each step
	 */
	public Stack(Home home, ProjectFiles project, Engine engine, Consumer<String> progress) {
		this(home, new Services(home, project).all(engine), engine, progress);
	}

	/**
	 * The full stack with the engine that runs now, or else the Spring application.
	 * @param home the stack's folder
	 * @param project where the programs are
	 * @param progress receives a line for each step
	 */
	public Stack(Home home, ProjectFiles project, Consumer<String> progress) {
		this(home, project, engine(home), progress);
	}

	Stack(Home home, List<List<Service>> groups, Engine engine, Consumer<String> progress) {
		this.home = home;
		this.groups = groups;
		this.engine = engine;
		this.progress = progress;
	}

	/**
	 * The engine that runs.
	 * @param home the stack's folder
	 * @return the engine, or the Spring application if none runs
	 */
	public static Engine engine(Home home) {
		return home.exists() ? Engine.of(home.state()) : Engine.CONSUMER;
	}

	/**
	 * Starts what is not running and returns when all is ready.
	 * @param wantedConsole the port that the person asked for
	 * @return the state then
	 * @throws Problem if something cannot be started; what this call started is stopped
	 * again
	 */
	public StackState start(Optional<Integer> wantedConsole) {
		return HomeLock.holding(this.home, () -> startAll(wantedConsole));
	}

	private StackState startAll(Optional<Integer> wantedConsole) {
		List<Service> started = new ArrayList<>();
		long begun = System.nanoTime();
		try {
			new Strays(this.home).stop();
			stopOtherEngine();
			choosePorts(wantedConsole);
			for (List<Service> group : this.groups) {
				start(group, started);
			}
			if (!started.isEmpty()) {
				this.progress
					.accept(String.format(Locale.ROOT, "Ready after %.1f seconds.", (System.nanoTime() - begun) / 1e9));
			}
			return this.home.state();
		}
		catch (RuntimeException ex) {
			Collections.reverse(started);
			stop(started);
			throw asProblem(ex);
		}
	}

	/** Of the engine that another command has chosen, which this one takes over from. */
	private void stopOtherEngine() {
		Engine running = Engine.of(this.home.state());
		if (running != this.engine) {
			Set<String> shared = Set.of(Services.BROKER, DatabaseService.NAME, Services.INGEST);
			List<List<Service>> others = new ArrayList<>(new Services(this.home, ProjectFiles.find()).all(running));
			Collections.reverse(others);
			others.forEach(
					(group) -> stop(group.stream().filter((service) -> !shared.contains(service.name())).toList()));
		}
	}

	/**
	 * Starts again what has died, and says so. Does not wait until it is ready: something
	 * else may die meanwhile, and runs wait by themselves.
	 * @throws Problem if a service dies again and again, or another command has stopped
	 * the stack
	 */
	public void heal() {
		// another command may have chosen another engine
		if (this.cancelled || Engine.of(this.home.state()) != this.engine || dead().isEmpty()) {
			return;
		}
		HomeLock.holding(this.home, () -> {
			if (this.home.state().processes().isEmpty()) {
				throw new Problem("STACK_STOPPED", "Another command has stopped the stack",
						"Run the same command again: it continues.");
			}
			try {
				choosePorts(Optional.empty());
				dead().forEach(this::launchAgain);
			}
			catch (EmbeddedServerException ex) {
				throw asProblem(ex);
			}
		});
	}

	private List<Service> dead() {
		StackState state = this.home.state();
		return services().stream().filter((service) -> service.running(state).isEmpty()).toList();
	}

	private void launchAgain(Service service) {
		countRestart(service);
		this.progress.accept("The " + service.title() + " has ended unexpectedly; starting it again ...");
		ProcessHandle process = service.launch(this.home.state());
		this.home.save(this.home.state().withProcess(service.name(), ProcessIdentity.of(process)));
	}

	/**
	 * Stops everything in order, by force where order takes too long. Does nothing when
	 * nothing runs.
	 */
	public void stop() {
		HomeLock.holding(this.home, this::stopAll);
	}

	private void stopAll() {
		List<List<Service>> reversed = new ArrayList<>(this.groups);
		Collections.reverse(reversed);
		reversed.forEach(this::stop);
		new Strays(this.home).stop();
		this.home.save(this.home.state().withKeepUp(false));
	}

	/**
	 * Stops every process of the folder that can be found without the remembered state.
	 */
	public void stopWithoutState() {
		new Strays(this.home).stopAllBut(Set.of());
	}

	/**
	 * Makes a start that is under way in another thread give up soon.
	 */
	public void cancel() {
		this.cancelled = true;
	}

	/**
	 * What each service is doing.
	 * @return one line of facts for each service, in the order of their start
	 */
	public List<ServiceStatus> status() {
		StackState state = this.home.state();
		return services().stream().map((service) -> {
			Optional<ProcessHandle> process = service.running(state);
			boolean ready = process.isPresent() && service.isReady(state);
			return ServiceStatus.of(service, process.map(ProcessHandle::pid).orElse(null), ready);
		}).toList();
	}

	private List<Service> services() {
		return this.groups.stream().flatMap(List::stream).toList();
	}

	/** Clients of a server that comes back elsewhere must be started anew. */
	private void choosePorts(Optional<Integer> wantedConsole) {
		StackState state = this.home.state();
		Ports ports = new PortChoice(state, wantedConsole).choose((name) -> isRunning(name, state));
		boolean serversMoved = ports.database() != state.ports().database() || ports.broker() != state.ports().broker();
		if (serversMoved) {
			for (int group = this.groups.size() - 1; group > 0; group--) {
				stop(this.groups.get(group));
			}
		}
		this.home.save(this.home.state().withPorts(ports));
	}

	private boolean isRunning(String name, StackState state) {
		return services().stream()
			.anyMatch((service) -> service.name().equals(name) && service.running(state).isPresent());
	}

	private void start(List<Service> group, List<Service> started) {
		Map<Service, ProcessHandle> processes = new LinkedHashMap<>();
		for (Service service : group) {
			checkCancelled();
			StackState state = this.home.state();
			Optional<ProcessHandle> running = service.running(state);
			if (running.isEmpty()) {
				this.progress.accept("Starting " + service.title() + " ...");
				started.add(service);
			}
			ProcessHandle process = running.orElseGet(() -> service.launch(state));
			this.home.save(this.home.state().withProcess(service.name(), ProcessIdentity.of(process)));
			processes.put(service, process);
		}
		processes.forEach(this::awaitReady);
	}

	private void awaitReady(Service service, ProcessHandle process) {
		Instant limit = Instant.now().plus(START_LIMIT);
		StackState state = this.home.state();
		while (!service.isReady(state)) {
			checkCancelled();
			if (!process.isAlive()) {
				throw notStarted(service, "ended while it started");
			}
			if (Instant.now().isAfter(limit)) {
				throw notStarted(service, "is not ready after " + START_LIMIT.toSeconds() + " seconds");
			}
			pause(100);
		}
	}

	private void stop(List<Service> group) {
		StackState state = this.home.state();
		Map<Service, ProcessHandle> stopping = new LinkedHashMap<>();
		for (Service service : group) {
			service.running(state).ifPresent((process) -> stopping.put(service, process));
		}
		stopping.forEach((service, process) -> {
			this.progress.accept("Stopping " + service.title() + " ...");
			service.requestStop(process);
		});
		stopping.values().forEach((process) -> end(process, STOP_LIMIT));
		StackState left = this.home.state();
		for (Service service : group) {
			left = left.withoutProcess(service.name());
		}
		this.home.save(left);
	}

	static void end(ProcessHandle process, Duration limit) {
		if (!awaitExit(process, limit)) {
			process.destroyForcibly();
			awaitExit(process, Duration.ofSeconds(10));
		}
	}

	private static boolean awaitExit(ProcessHandle process, Duration limit) {
		Instant end = Instant.now().plus(limit);
		while (process.isAlive() && Instant.now().isBefore(end)) {
			pause(20);
		}
		return !process.isAlive();
	}

	private void countRestart(Service service) {
		Deque<Instant> times = this.restarts.computeIfAbsent(service.name(), (name) -> new ArrayDeque<>());
		Instant now = Instant.now();
		times.removeIf((time) -> time.plus(FAST_FAILURE).isBefore(now));
		times.add(now);
		if (times.size() > FAST_FAILURES) {
			throw new Problem("SERVICE_KEEPS_ENDING",
					"The " + service.title() + " has ended " + times.size() + " times within a minute. The end of "
							+ service.log() + ":\n" + LogFile.end(service.log(), 10),
					"Mend the cause that the log names, then run the same command again: it continues.");
		}
	}

	private static Problem notStarted(Service service, String what) {
		return new Problem("START_FAILED",
				"The " + service.title() + " " + what + ". The end of " + service.log() + ":\n"
						+ LogFile.end(service.log(), 12),
				"Mend the cause that the log names and try again. If the data in the folder is damaged: ./planstream"
						+ " reset");
	}

	private static RuntimeException asProblem(RuntimeException problem) {
		if (problem instanceof EmbeddedServerException) {
			return new Problem("START_FAILED", problem.getMessage(),
					"Mend the cause and try again. If the data in the folder is damaged: ./planstream reset", problem);
		}
		return problem;
	}

	private void checkCancelled() {
		if (this.cancelled) {
			throw new CancellationException("The command is being stopped");
		}
	}

	private static void pause(long millis) {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
	}

}
