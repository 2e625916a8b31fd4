package io.planstream.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import io.planstream.local.home.Json;
import io.planstream.local.terminal.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The REST interface of ingest-app. Each method throws {@link Problem} with the answer's
 * code and advice when the request is refused, and {@link NotAnsweringException} when
 * there is no answer. Thread-safe.
 */
public final class IngestApi {

	// before it answers, ingest-app reads the files once to know them
	private static final Duration INSPECTION_LIMIT = Duration.ofMinutes(30);

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

	private final String base;

	/**
	 * Uses the ingest-app on a port of this machine.
	 * @param port its HTTP port
	 */
	public IngestApi(int port) {
		this.base = "http://127.0.0.1:" + port;
	}

	/**
	 * Starts or resumes a run, or finds that its content is ingested already.
	 * @param request what to ingest
	 * @return the run
	 */
	public Run start(RunRequest request) {
		return read(send("POST", "/api/runs", json(request), INSPECTION_LIMIT), Run.class);
	}

	/**
	 * Reads a run.
	 * @param runId its id
	 * @return the run
	 */
	public Run run(String runId) {
		return read(send("GET", "/api/runs/" + runId, BodyPublishers.noBody(), LIMIT), Run.class);
	}

	/**
	 * Reads the newest runs.
	 * @param count how many at most
	 * @return the runs
	 */
	public RunList runs(int count) {
		return read(send("GET", "/api/runs?page=0&size=" + count, BodyPublishers.noBody(), LIMIT), RunList.class);
	}

	/**
	 * Does something with a run.
	 * @param runId its id
	 * @param action stop, resume, repair or serve
	 * @return the run then
	 */
	public Run act(String runId, String action) {
		return read(send("POST", "/api/runs/" + runId + "/" + action, json(Map.of()), INSPECTION_LIMIT), Run.class);
	}

	/**
	 * Deletes a run and its figures.
	 * @param runId its id
	 */
	public void delete(String runId) {
		send("DELETE", "/api/runs/" + runId, BodyPublishers.noBody(), Duration.ofMinutes(10));
	}

	/**
	 * Looks for a finished run of the same content, starting nothing.
	 * @param request what would be ingested
	 * @return the run's id, or null
	 */
	public String alreadyIngestedAs(RunRequest request) {
		JsonNode answer = read(send("POST", "/api/inspections", json(request), INSPECTION_LIMIT), JsonNode.class);
		return answer.path("alreadyIngestedRunId").asString(null);
	}

	private static BodyPublisher json(Object body) {
		return BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
	}

	private HttpResponse<String> send(String method, String path, BodyPublisher body, Duration limit) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json, application/problem+json")
			.timeout(limit)
			.method(method, body)
			.build();
		try {
			HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
			if (response.statusCode() >= 400) {
				throw refusal(response);
			}
			return response;
		}
		catch (IOException ex) {
			throw new NotAnsweringException("ingest-app does not answer on " + this.base + ": " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotAnsweringException("Interrupted while waiting for ingest-app", ex);
		}
	}

	private static RuntimeException refusal(HttpResponse<String> response) {
		JsonNode body = problem(response.body());
		String detail = body.path("detail").asString(body.path("title").asString("ingest-app refused the request"));
		if (response.statusCode() >= 500) {
			return new NotAnsweringException(
					"ingest-app cannot answer (status " + response.statusCode() + "): " + detail, null);
		}
		String code = body.path("code").asString("HTTP_" + response.statusCode());
		return new Problem(code, detail, body.path("action").asString(""));
	}

	private static JsonNode problem(String body) {
		try {
			JsonNode node = Json.MAPPER.readTree(body);
			return (node != null) ? node : Json.MAPPER.createObjectNode();
		}
		catch (JacksonException ex) {
			return Json.MAPPER.createObjectNode();
		}
	}

	private static <T> T read(HttpResponse<String> response, Class<T> type) {
		try {
			return Json.MAPPER.readValue(response.body(), type);
		}
		catch (JacksonException ex) {
			throw new Problem("UNEXPECTED_ANSWER", "What answers on " + response.uri() + " is no ingest-app",
					"Stop the stack with ./planstream down and start it again.", ex);
		}
	}

}
