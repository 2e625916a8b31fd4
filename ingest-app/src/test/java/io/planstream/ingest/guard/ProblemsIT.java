package io.planstream.ingest.guard;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.planstream.ingest.guard.Exchange.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is wrong with a request is told as a problem, and nothing of the inside with
 * it.
 */
class ProblemsIT {

	private static final String RUN = "/api/runs/0123456789abcdef";

	private final GuardedApp app = GuardedApp.get();

	@Test
	void tellsEveryKindOfMistakeAsAProblem() {
		problem(get("/nothing"), 404, "NO_SUCH_ADDRESS");
		problem(get("/api/nothing"), 404, "NO_SUCH_ADDRESS");
		problem(get("/actuator/env"), 404, "NO_SUCH_ADDRESS");
		problem(get(RUN), 404, "NO_SUCH_RUN");
		problem(get("/api/runs/nonsense"), 404, "NO_SUCH_RUN");
		problem(get("/api/runs?page=x"), 400, "INVALID_REQUEST");
		problem(get("/api/runs?page=-1"), 400, "INVALID_REQUEST");
		problem(get("/api/runs?size=501"), 400, "INVALID_REQUEST");
		problem(get("/api/runs?page=99999999999"), 400, "INVALID_REQUEST");
		problem(get(RUN + "/rejects?size=1001"), 400, "INVALID_REQUEST");
		problem(get(RUN + "/rejects?format=csv"), 404, "NO_SUCH_RUN");
		problem(get("/error"), 404, "NO_SUCH_ADDRESS");
		problem(this.app.asOperator("PUT", "/api/runs").json("{}").send(), 405, "METHOD_NOT_ALLOWED");
		problem(this.app.asOperator("PATCH", RUN).json("{}").send(), 405, "METHOD_NOT_ALLOWED");
		problem(this.app.asOperator("TRACE", "/api/runs").send(), 405, "METHOD_NOT_ALLOWED");
		problem(this.app.asOperator("FOO", "/api/runs").send(), 400, "INVALID_REQUEST");
		problem(this.app.asOperator("GET", "/api/runs").header("Accept", "image/png").send(), 406, "NOT_ACCEPTABLE");
		problem(this.app.asOperator("GET", "/api/nothing").header("Accept", "text/html").send(), 404,
				"NO_SUCH_ADDRESS");
		problem(this.app.asOperator("GET", RUN + "/events").header("Accept", "text/event-stream").send(), 404,
				"NO_SUCH_RUN");
		problem(this.app.asOperator("GET", RUN + "/rejects").header("Accept", "text/csv").send(), 404, "NO_SUCH_RUN");
		assertThat(this.app.asOperator("PUT", "/api/runs").json("{}").send().header("Allow")).isPresent();
	}

	@Test
	void tellsWhatIsWrongWithABody() {
		problem(post("{"), 400, "INVALID_REQUEST");
		problem(post(""), 400, "INVALID_REQUEST");
		problem(post("[]"), 400, "INVALID_REQUEST");
		problem(post("null"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":\"x\"}"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[{}]}"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[\"x\"],\"rowsPerSecond\":\"fast\"}"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[\"x\"],\"rejectShare\":2}"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[\"x\"],\"forced\":true}"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[\"" + "x".repeat(5000) + "\"]}"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[" + "\"x\",".repeat(1000) + "\"x\"]}"), 400, "INVALID_REQUEST");
		problem(post("[".repeat(100_000)), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[\"x\"],\"rowsPerSecond\":1e999999999}"), 400, "INVALID_REQUEST");
		problem(post("{\"paths\":[\"" + "x".repeat(1 << 20) + "\"]}"), 413, "TOO_LARGE");
		problem(this.app.asOperator("POST", "/api/runs").header("Content-Type", "text/plain").body(new byte[1]).send(),
				415, "UNSUPPORTED_MEDIA_TYPE");
		problem(this.app.asOperator("POST", "/api/runs")
			.header("Content-Type", "application/xml")
			.body(new byte[1])
			.send(), 415, "UNSUPPORTED_MEDIA_TYPE");
		problem(this.app.asOperator("POST", "/api/runs").header("Content-Type", "///").body(new byte[1]).send(), 415,
				"UNSUPPORTED_MEDIA_TYPE");
		assertThat(post("{\"paths\":[]}").json().get("detail").asString()).contains("paths");
		assertThat(post("{\"paths\":[\"x\"],\"forced\":true}").json().get("detail").asString()).contains("forced");
		assertThat(get("/api/runs?size=501").json().get("detail").asString()).contains("size");
	}

	@Test
	void tellsWhatTomcatRefusesAsAProblemToo() throws IOException {
		List<String> requests = List.of("GET /api/runs?<script> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
				"GET /api/runs HTTP/1.1\r\nConnection: close\r\n\r\n",
				"GET /api/runs HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
				"GET /api/runs HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
				"GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
				"GET /api/runs%2f..%2fx HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
				"GET /api/ru\\ns HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
				"GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
				"GET /api/runs HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\nConnection: close\r\n\r\n",
				"POST /api/runs HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
				"POST /api/runs HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
				"POST /api/runs HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\nConnection: close\r\n\r\n",
				"nonsense\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n");
		for (String request : requests) {
			Answer answer = raw(request);
			String about = request.substring(0, Math.min(80, request.length()));
			assertThat(answer.status()).as(about).isIn(400, 401, 404, 431, 501, 505);
			if (!answer.text().isEmpty()) {
				assertThat(answer.header("Content-Type")).as(about)
					.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
			}
			harmless(answer.text());
		}
	}

	@Test
	void putsNothingOfARequestIntoHeaders() {
		for (String text : List.of("a%0d%0aSet-Cookie:x=y", "a%0aX-Evil:1", "%E5%98%8A%E5%98%8DX-Evil:1")) {
			for (Answer answer : List.of(get("/api/runs/" + text), get("/api/runs/" + text + "/rejects?format=csv"),
					get("/" + text),
					this.app.asOperator("POST", "/api/files?name=" + text + ".csv").file(new byte[1]).send(),
					get("/api/files?path=" + text))) {
				assertThat(answer.headers())
					.noneMatch((header) -> header.startsWith("X-Evil") || header.contains("x=y"));
				assertThat(answer.status()).isIn(400, 404);
			}
		}
	}

	@Test
	void tellsBrowsersWhatNotToDo() {
		for (Answer answer : List.of(get("/api/runs"), get("/nothing"), this.app.request("GET", "/api/runs").send(),
				this.app.request("GET", "/api/runs").bearer("x").send(), get("/actuator/health"))) {
			assertThat(answer.header("Content-Security-Policy")).hasValueSatisfying((policy) -> assertThat(policy)
				.contains("default-src 'none'", "script-src 'self'", "style-src 'self';", "frame-ancestors 'none'")
				.doesNotContain("unsafe"));
			assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
			assertThat(answer.header("X-Frame-Options")).hasValue("DENY");
			assertThat(answer.header("Referrer-Policy")).hasValue("same-origin");
			assertThat(answer.header("Cache-Control"))
				.hasValueSatisfying((control) -> assertThat(control).contains("no-store"));
			assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
			assertThat(answer.header("Server")).isEmpty();
		}
		for (String path : List.of("/", "/index.html", "/console/app.js", "/api/runs")) {
			Answer answer = this.app.asOperator("HEAD", path).send();
			assertThat(answer.status()).as(path).isEqualTo(200);
			assertThat(answer.header("Content-Security-Policy")).as(path).isPresent();
			assertThat(answer.header("X-Frame-Options")).as(path).hasValue("DENY");
			assertThat(answer.headers()).as(path).doesNotHaveDuplicates();
		}
		assertThat(get("/swagger-ui/index.html").header("Content-Security-Policy")).hasValueSatisfying(
				(policy) -> assertThat(policy).contains("script-src 'self';", "style-src 'self' 'unsafe-inline'"));
	}

	@Test
	void answersNoPreflightOfAnotherSite() {
		Answer answer = this.app.request("OPTIONS", "/api/runs")
			.header("Origin", "https://evil.example")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "authorization")
			.send();
		assertThat(answer.status()).isIn(401, 403);
		assertThat(answer.headers()).noneMatch((header) -> header.startsWith("Access-Control-Allow"));
	}

	@Test
	void describesEveryEndpointWithItsProblems() {
		Answer answer = get("/v3/api-docs");
		assertThat(answer.status()).isEqualTo(200);
		List<String> undescribed = new ArrayList<>();
		answer.json().get("paths").properties().forEach((path) -> path.getValue().properties().forEach((operation) -> {
			var responses = operation.getValue().get("responses");
			for (String status : List.of("400", "401", "403")) {
				if (!responses.has(status) || !responses.get(status).get("content").has("application/problem+json")) {
					undescribed.add(operation.getKey() + " " + path.getKey() + " " + status);
				}
			}
			if (operation.getValue().path("summary").asString("").isEmpty()) {
				undescribed.add(operation.getKey() + " " + path.getKey() + " has no summary");
			}
		}));
		assertThat(undescribed).isEmpty();
		assertThat(answer.json().get("components").get("schemas").get("Problem").get("properties").has("action"))
			.isTrue();
		assertThat(answer.json().get("components").get("securitySchemes").has("token")).isTrue();
	}

	private Answer get(String path) {
		return this.app.asOperator("GET", path).send();
	}

	private Answer post(String json) {
		return this.app.asOperator("POST", "/api/runs").json(json).send();
	}

	private Answer raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.app.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return Answer.read(socket);
		}
	}

	private static void problem(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).as(code)
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.json().get("status").asInt()).isEqualTo(status);
		for (String field : List.of("title", "detail", "action")) {
			assertThat(answer.json().path(field).asString("")).as(field).isNotBlank();
		}
		harmless(answer.text());
	}

	static void harmless(String text) {
		assertThat(text).doesNotContain("Exception", "\tat ", "org.spring", "org.apache", "java.", "jdbc:", "<html",
				GuardedApp.OPERATOR_TOKEN, GuardedApp.PASSWORD, "$2a$");
	}

}
