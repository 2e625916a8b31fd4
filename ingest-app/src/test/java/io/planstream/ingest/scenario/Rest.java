package io.planstream.ingest.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The REST interface as a client sees it.
 */
final class Rest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String base;

	Rest(String base) {
		this.base = base;
	}

	/** What the server said. */
	record Answer(int status, JsonNode body) {

		String text(String field) {
			return this.body.get(field).asString();
		}

	}

	Answer begin(Path path) {
		return post("/api/runs", request(path, Map.of()));
	}

	Answer begin(Path path, Map<String, Object> options) {
		return post("/api/runs", request(path, options));
	}

	static Map<String, Object> request(Path path, Map<String, Object> options) {
		Map<String, Object> request = new TreeMap<>(options);
		request.put("paths", List.of(path.toString()));
		return request;
	}

	String beginRun(Path path) {
		return beginRun(path, Map.of());
	}

	String beginRun(Path path, Map<String, Object> options) {
		Answer answer = begin(path, options);
		assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(202);
		return answer.text("runId");
	}

	Answer run(String id) {
		return get("/api/runs/" + id);
	}

	JsonNode awaitState(String id, String state) {
		await("run " + id + " to be " + state).atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> run(id).text("state").equals(state));
		return run(id).body();
	}

	Answer post(String path, Object body) {
		return send(HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString((body != null) ? JSON.writeValueAsString(body) : "")));
	}

	Answer get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.base + path)));
	}

	Answer delete(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.base + path)).DELETE());
	}

	String text(String path) {
		return exchange(HttpRequest.newBuilder(URI.create(this.base + path))).body();
	}

	/** A server-sent event. */
	record Event(String name, JsonNode data) {
	}

	/** All events of a stream, once it has ended. */
	CompletableFuture<List<Event>> events(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Accept", "text/event-stream")
			.build();
		return this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
			.thenApply((response) -> Arrays.stream(response.body().split("\n\n")).map(Rest::event).toList());
	}

	private static Event event(String text) {
		Map<String, String> fields = text.lines()
			.map((line) -> line.split(":", 2))
			.collect(Collectors.toMap((field) -> field[0], (field) -> field[1]));
		return new Event(fields.get("event"), JSON.readTree(fields.get("data")));
	}

	private Answer send(HttpRequest.Builder request) {
		HttpResponse<String> response = exchange(request);
		return new Answer(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
	}

	private HttpResponse<String> exchange(HttpRequest.Builder request) {
		try {
			return this.http.send(request.timeout(Duration.ofSeconds(30)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
