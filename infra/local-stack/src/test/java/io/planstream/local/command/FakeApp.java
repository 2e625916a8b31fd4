package io.planstream.local.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands for both applications where only the command line is tested: it answers their
 * health and the REST interface. What it answers depends on the name of the file that is
 * to be ingested.
 */
public final class FakeApp {

	private final long begun = System.nanoTime();

	private String answer = run("slow", "RUNNING", 0);

	private FakeApp() {
	}

	public static void main(String[] args) throws IOException {
		Map<String, String> options = new TreeMap<>();
		for (String arg : args) {
			options.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
		}
		if (System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", "").isEmpty()
				|| System.getenv().containsKey("FAKE_APP_FAILS")) {
			System.err.println("FakeApp fails as it was told to");
			System.exit(3);
		}
		HttpServer server = HttpServer.create(
				new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(options.get("server.port"))),
				0);
		FakeApp app = new FakeApp();
		server.createContext("/actuator/health/readiness", (exchange) -> answer(exchange, 200, "{\"status\":\"UP\"}"));
		server.createContext("/api/runs", app::runs);
		server.start();
	}

	private void runs(HttpExchange exchange) throws IOException {
		if (exchange.getRequestMethod().equals("POST")) {
			start(exchange, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		}
		else if (exchange.getRequestURI().getPath().endsWith("/api/runs")) {
			answer(exchange, 200, "{\"runs\":[" + this.answer + "],\"total\":1}");
		}
		else {
			answer(exchange, 200, this.answer);
		}
	}

	private void start(HttpExchange exchange, String body) throws IOException {
		if (body.contains("refused")) {
			answer(exchange, 422,
					"{\"title\":\"Refused\",\"detail\":\"This file is refused\",\"code\":\"REFUSED\",\"action\":\"Try another.\"}");
			return;
		}
		String state = body.contains("slow") ? "RUNNING" : body.contains("failing") ? "FAILED" : "COMPLETE";
		this.answer = run(body.contains("known") ? "known" : "fresh", state, (System.nanoTime() - this.begun) / 1e9);
		answer(exchange, 202, this.answer);
	}

	private static String run(String kind, String state, double seconds) {
		boolean complete = state.equals("COMPLETE");
		return """
				{"runId":"00000000000000aa","state":"%s","message":%s,"alreadyIngested":%s,"createdAt":"2026-01-01T00:00:00Z",
				 "finishedAt":null,"seconds":%.1f,"rowsPerSecond":1000.0,"reconciled":%s,"serving":["rate 2014"],"attempt":1,
				 "datasets":[{"dataset":"rate","totalRows":10,"read":10,"published":9,"rejected":1,"applied":9,"deadLettered":0,
				  "setAside":2,"inAggregates":7,"duplicates":0,"gaps":0}],"files":[],
				 "reconciliation":[{"dataset":"rate","fileName":"Rate.csv","rowsRead":10,"rowsPublished":9,"rowsRejected":1,
				  "rowsDeadLettered":0,"rowsApplied":9,"rowsInAggregates":7,"rowsSetAside":2,"reconciled":%s}]}
				"""
			.formatted(state, complete ? "null" : "\"The reasons\"", kind.equals("known"), seconds, complete, complete);
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
