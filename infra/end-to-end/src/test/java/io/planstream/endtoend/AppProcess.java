package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.planstream.embedded.Host;
import io.planstream.embedded.QuickStart;
import io.planstream.testsupport.fault.Orphans;
import io.planstream.testsupport.fault.Victim;

import static org.awaitility.Awaitility.await;

/**
 * One of the applications, as the jar that production runs, in a process of its own.
 */
final class AppProcess implements Victim, AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String name;

	private final int port;

	private final String heap;

	/** Options of the virtual machine, after its program. */
	private final List<String> command;

	private final Map<String, String> environment;

	private final Path log;

	private final Path temporary;

	private Process process;

	AppProcess(String name, int port, String heap, Map<String, String> properties, Path directory) {
		this.name = name;
		this.port = port;
		this.heap = heap;
		this.log = directory.resolve(name + "-" + port + ".log");
		this.temporary = directory.resolve(name + "-" + port + ".tmp");
		this.command = new ArrayList<>(List.of(Host.javaTool("java"), heap, "-XX:+UseSerialGC"));
		this.environment = new java.util.HashMap<>(properties);
		this.environment.put("server.port", String.valueOf(port));
	}

	/** Adds an option of the virtual machine. */
	AppProcess option(String option) {
		this.command.add(1, option);
		return this;
	}

	AppProcess start() {
		try {
			Files.createDirectories(this.temporary);
			List<String> whole = new ArrayList<>(this.command);
			whole.add("-Djava.io.tmpdir=" + this.temporary);
			whole.addAll(QuickStart.program(Path.of(System.getProperty("planstream." + this.name + ".jar"))));
			ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
			this.environment.forEach((key, value) -> builder.environment().put(variable(key), value));
			this.process = builder.start();
			Orphans.endWithThisMachine(this.process.toHandle());
			return this;
		}
		catch (IOException ex) {
			throw new IllegalStateException(this.name + " cannot be started", ex);
		}
	}

	AppProcess awaitReady() {
		await(this.name + " to be ready").atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> {
				if (!this.process.isAlive()) {
					throw new IllegalStateException(
							this.name + " ended with " + this.process.exitValue() + ": " + logEnd());
				}
				return status("/actuator/health/readiness") == 200;
			});
		return this;
	}

	@Override
	public void startAgain() {
		start();
	}

	@Override
	public ProcessHandle process() {
		return this.process.toHandle();
	}

	/** Another instance with the same settings, not started yet. */
	AppProcess twin(int twinPort) {
		return new AppProcess(this.name, twinPort, this.heap, this.environment, this.log.getParent());
	}

	/** Sets a property from the next start on. */
	AppProcess with(String property, String value) {
		this.environment.put(property, value);
		return this;
	}

	/** Takes back what {@link #with} set. */
	AppProcess without(String property) {
		this.environment.remove(property);
		return this;
	}

	/** The status it ended with, once it has ended by itself. */
	int awaitExit() {
		await(this.name + " to end").atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> !this.process.isAlive());
		return this.process.exitValue();
	}

	int port() {
		return this.port;
	}

	Path log() {
		return this.log;
	}

	/** Where it keeps temporary files. */
	Path temporary() {
		return this.temporary;
	}

	boolean isAlive() {
		return this.process != null && this.process.isAlive();
	}

	String base() {
		return "http://127.0.0.1:" + this.port;
	}

	int status(String path) {
		try {
			return HTTP
				.send(HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(5)).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			return -1;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return -1;
		}
	}

	String get(String path) {
		try {
			return HTTP
				.send(HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(5)).build(),
						HttpResponse.BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(logEnd(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Sum of a metric over all of its tags. */
	long metric(String name) {
		return get("/actuator/prometheus").lines()
			.filter((line) -> line.startsWith(name + "{") || line.startsWith(name + " "))
			.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	/** Processor time used so far. */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	@Override
	public void close() {
		if (isAlive()) {
			thaw();
			this.process.destroy();
			if (!awaitEnd()) {
				kill();
			}
		}
	}

	private boolean awaitEnd() {
		try {
			return this.process.waitFor(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	String logEnd() {
		try {
			List<String> lines = Files.readAllLines(this.log);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
		}
		catch (IOException ex) {
			return "no log: " + ex.getMessage();
		}
	}

	/** How many lines of its log hold a text. */
	long linesWith(String text) {
		try (Stream<String> lines = Files.lines(this.log)) {
			return lines.filter((line) -> line.contains(text)).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What each thread does just now, for when nothing moves. */
	String threads() {
		if (!isAlive()) {
			return this.name + " does not run";
		}
		try {
			Process dump = new ProcessBuilder(Host.javaTool("jcmd"), Long.toString(this.process.pid()), "Thread.print")
				.redirectErrorStream(true)
				.start();
			return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "no threads: " + ex.getMessage();
		}
	}

	/** {@code spring.datasource.url} as {@code SPRING_DATASOURCE_URL}. */
	private static String variable(String property) {
		return property.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
	}

}
