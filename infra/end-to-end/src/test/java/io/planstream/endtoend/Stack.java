package io.planstream.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.planstream.embedded.EmbeddedBroker;
import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A broker, a schema and both applications of one test.
 */
final class Stack implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String bootstrapServers;

	private final TestDatabase database;

	private final List<AutoCloseable> servers;

	private final AppProcess ingest;

	private final AppProcess consumer;

	/**
	 * Both applications, not started yet.
	 * @param directory where logs go
	 * @param data the folders whose files may be ingested
	 * @param bootstrapServers the broker as applications reach it
	 * @param database the schema as tests reach it
	 * @param ofApplications the same as applications reach it
	 * @param servers what ends with the stack
	 */
	Stack(Path directory, List<Path> data, String bootstrapServers, TestDatabase database, TestDatabase ofApplications,
			List<AutoCloseable> servers) {
		this.bootstrapServers = bootstrapServers;
		this.database = database;
		this.servers = servers;
		this.ingest = new AppProcess("ingest", FreePorts.pick(), "-Xmx256m", ofApplications.ingestProperties(),
				directory)
			.with("spring.kafka.bootstrap-servers", bootstrapServers)
			.with("planstream.data.directories", data.stream().map(Path::toString).collect(Collectors.joining(",")));
		this.consumer = consumerOf(ofApplications, directory);
	}

	/** With the database that tests share, and a broker in this virtual machine. */
	static Stack start(String name, Path... data) {
		return prepare(name, data).start();
	}

	/** The same before the applications are started. */
	static Stack prepare(String name, Path... data) {
		Path directory = directory(name);
		List<Integer> ports = FreePorts.pick(2);
		EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), ports.get(0), ports.get(1));
		TestDatabase database = TestDatabase.create();
		return new Stack(directory, List.of(data), broker.bootstrapServers(), database, database,
				List.of(broker, database));
	}

	static Path directory(String name) {
		Path directory = Path.of("target", "stacks", name + "-" + ProcessHandle.current().pid()).toAbsolutePath();
		try {
			return Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns when both applications are ready. */
	Stack start() {
		this.ingest.start();
		this.consumer.start();
		this.ingest.awaitReady();
		this.consumer.awaitReady();
		return this;
	}

	/** Another consumer-app, on the same topics and another database. */
	AppProcess consumerOf(TestDatabase other, Path directory) {
		return new AppProcess("consumer", FreePorts.pick(), "-Xmx384m", other.consumerProperties(), directory)
			.with("spring.kafka.bootstrap-servers", bootstrapServers());
	}

	AppProcess ingest() {
		return this.ingest;
	}

	AppProcess consumer() {
		return this.consumer;
	}

	TestDatabase database() {
		return this.database;
	}

	String bootstrapServers() {
		return this.bootstrapServers;
	}

	JsonNode postRun(Path data, String options) {
		String body = "{\"paths\": [" + JSON.writeValueAsString(data.toString()) + "]" + options + "}";
		return send(HttpRequest.newBuilder(URI.create(this.ingest.base() + "/api/runs"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	JsonNode post(String runId, String action) {
		return send(HttpRequest.newBuilder(URI.create(this.ingest.base() + "/api/runs/" + runId + "/" + action))
			.POST(HttpRequest.BodyPublishers.noBody()));
	}

	void delete(String runId) {
		send(HttpRequest.newBuilder(URI.create(this.ingest.base() + "/api/runs/" + runId)).DELETE());
	}

	JsonNode run(String runId) {
		return send(HttpRequest.newBuilder(URI.create(this.ingest.base() + "/api/runs/" + runId)));
	}

	/**
	 * Waits for the run to be complete, whatever happens to the applications meanwhile.
	 */
	JsonNode awaitComplete(String runId) {
		return awaitComplete(runId, Duration.ofMinutes(2));
	}

	JsonNode awaitComplete(String runId, Duration limit) {
		try {
			await("run " + runId + " to be complete").atMost(limit).pollInterval(Duration.ofMillis(250)).until(() -> {
				String state = stateOf(runId);
				if (state.equals("FAILED")) {
					throw new IllegalStateException(run(runId) + "\n" + this.ingest.logEnd());
				}
				return state.equals("COMPLETE");
			});
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError(Stream.of(this.ingest, this.consumer)
				.map((app) -> app.logEnd() + "\n" + app.threads())
				.collect(Collectors.joining("\n", run(runId) + "\n", "")), ex);
		}
		JsonNode run = run(runId);
		assertThat(run.get("reconciled").asBoolean()).as(run.toString()).isTrue();
		return run;
	}

	String stateOf(String runId) {
		return this.database.root().queryForObject("select state from run where run_id = ?", String.class, runId);
	}

	long appliedRows(String runId) {
		return this.database.root()
			.queryForObject("select coalesce(sum(applied_rows), 0) from source_watermark where run_id = ?", Long.class,
					runId);
	}

	private JsonNode send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.timeout(Duration.ofSeconds(60)).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
			return JSON.readTree(response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(this.ingest.logEnd(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.ingest.close();
		this.consumer.close();
		for (AutoCloseable server : this.servers) {
			try {
				server.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
