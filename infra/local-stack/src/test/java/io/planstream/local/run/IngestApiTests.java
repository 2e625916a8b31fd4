package io.planstream.local.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IngestApiTests {

	private record Answer(int status, String body) {
	}

	private final Deque<Answer> answers = new ArrayDeque<>();

	private final List<String> requests = new ArrayList<>();

	private HttpServer server;

	private IngestApi api;

	@BeforeEach
	void listen() throws Exception {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
					+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s",
							""));
			Answer answer = this.answers.removeFirst();
			byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), (body.length == 0) ? -1 : body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
		this.api = new IngestApi(this.server.getAddress().getPort());
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void sendsWhatIsToBeIngested() {
		answer(202, "{\"runId\":\"0a\",\"state\":\"RUNNING\"}");

		assertThat(this.api.start(new RunRequest(List.of("/a b"), null, true, false)).runId()).isEqualTo("0a");
		assertThat(this.requests).containsExactly(
				"POST /api/runs {\"paths\":[\"/ab\"],\"rowsPerSecond\":null,\"force\":true,\"merge\":false}");
	}

	@Test
	void actsOnRuns() {
		answer(202, "{\"runId\":\"0a\",\"state\":\"STOPPING\"}");
		answer(204, "");

		assertThat(this.api.act("0a", "stop").state()).isEqualTo("STOPPING");
		this.api.delete("0a");

		assertThat(this.requests).containsExactly("POST /api/runs/0a/stop {}", "DELETE /api/runs/0a ");
	}

	@Test
	void repeatsTheReasonAndTheAdviceOfARefusal() {
		answer(422,
				"{\"title\":\"No\",\"detail\":\"A column is missing\",\"code\":\"MISSING_COLUMN\",\"action\":\"Add it.\"}");

		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.api.run("0a"))
			.satisfies((problem) -> assertThat(problem.text()).isEqualTo(
					"Error MISSING_COLUMN: A column is missing" + System.lineSeparator() + "What to do: Add it."));
	}

	@Test
	void takesARefusalThatSaysNothing() {
		answer(404, "<html>");

		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.api.run("0a"))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("HTTP_404"));
	}

	@Test
	void knowsAnAnswerOfSomethingElse() {
		answer(200, "<html>");

		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.api.run("0a"))
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("UNEXPECTED_ANSWER"));
	}

	@Test
	void tellsAnOutageFromARefusal() {
		answer(503, "{\"detail\":\"The database is away\",\"code\":\"DATABASE_AWAY\"}");
		assertThatExceptionOfType(NotAnsweringException.class).isThrownBy(() -> this.api.run("0a"))
			.withMessageContaining("The database is away");

		stop();
		assertThatExceptionOfType(NotAnsweringException.class).isThrownBy(() -> this.api.run("0a"));
	}

	@Test
	void isAskedAgainUntilAnOutageIsOver() {
		answer(503, "{}");
		answer(500, "");
		answer(200, "{\"runId\":\"0a\",\"state\":\"COMPLETE\",\"reconciled\":true}");
		List<String> healed = new ArrayList<>();
		Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream()), 0);

		Run run = new RunWatcher(this.api, terminal, () -> healed.add("healed")).follow("0a");

		assertThat(run.isSuccess()).isTrue();
		assertThat(healed).hasSize(2);
	}

	private void answer(int status, String body) {
		this.answers.addLast(new Answer(status, body));
	}

}
