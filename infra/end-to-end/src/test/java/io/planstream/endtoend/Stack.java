package io.planstream.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

	private final Runnable stopServers;

	private final AppProcess ingest;

	private final AppProcess consumer;

	private final Path directory;

	private final Map<String, String> ingestProperties;

	private Stack(Path directory, List<Path> data, String bootstrapServers, TestDatabase database,
			Runnable stopServers) {
		this.directory = directory;
		this.bootstrapServers = bootstrapServers;
		this.database = database;
		this.stopServers = stopServers;
		this.ingestProperties = new HashMap<>(this.database.ingestProperties());
		this.ingestProperties.put("spring.kafka.bootstrap-servers", this.bootstrapServers);
		this.ingestProperties.put("planstream.data.directories",
				data.stream().map(Path::toString).collect(Collectors.joining(",")));
		this.ingest = new AppProcess("ingest", FreePorts.pick(), "-Xmx256m", this.ingestProperties, directory);
		this.consumer = consumerOf(this.database, directory);
	}

	static Stack start(String name, Path... data) {
		Path directory = directory(name);
		List<Integer> ports = FreePorts.pick(2);
		EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), ports.get(0), ports.get(1));
		TestDatabase database = TestDatabase.create();
		return new Stack(directory, List.of(data), broker.bootstrapServers(), database, () -> {
			broker.close();
			database.close();
		}).start();
	}

	/** On servers that whoever made them closes. */
	static Stack start(String name, Path data, KillableServers servers) {
		return new Stack(directory(name), List.of(data), servers.bootstrapServers(), servers.database(), () -> {
		}).start();
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

	private Stack start() {
		this.ingest.start();
		this.consumer.start();
		this.ingest.awaitReady();
		this.consumer.awaitReady();
		return this;
	}

	/** Another consumer-app, on the same topics and another database. */
	AppProcess consumerOf(TestDatabase other, Path directory) {
		Map<String, String> properties = new HashMap<>(other.consumerProperties());
		properties.put("spring.kafka.bootstrap-servers", bootstrapServers());
		return new AppProcess("consumer", FreePorts.pick(), "-Xmx384m", properties, directory);
	}

	/** A second instance, which the caller awaits and closes. */
	AppProcess startIngest(Map<String, String> more) {
		Map<String, String> properties = new HashMap<>(this.ingestProperties);
		properties.putAll(more);
		Path own = this.directory.resolve("second");
		try {
			Files.createDirectories(own);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return new AppProcess("ingest", FreePorts.pick(1).get(0), "-Xmx256m", properties, own).start();
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
		await("run " + runId + " to be complete").atMost(limit).pollInterval(Duration.ofMillis(250)).until(() -> {
			String state = stateOf(runId);
			if (state.equals("FAILED")) {
				throw new IllegalStateException(run(runId) + "\n" + this.ingest.logEnd());
			}
			return state.equals("COMPLETE");
		});
		JsonNode run = run(runId);
		assertThat(run.get("reconciled").asBoolean()).as(run.toString()).isTrue();
		return run;
	}

	String stateOf(String runId) {
		return this.database.root().queryForObject("select state from run where run_id = ?", String.class, runId);
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
		this.stopServers.run();
	}

}
