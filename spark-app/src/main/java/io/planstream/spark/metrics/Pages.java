package io.planstream.spark.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Health and metrics under the addresses that they have in consumer-app:
 * {@code /actuator/health/liveness}, {@code /actuator/health/readiness} and
 * {@code /actuator/prometheus}. Ready is 200, not ready 503 with the reason.
 */
public final class Pages implements AutoCloseable {

	private final HttpServer server;

	/**
	 * Opens the pages.
	 * @param address where to listen
	 * @param registry the meters
	 * @param state the health
	 */
	public Pages(InetSocketAddress address, PrometheusMeterRegistry registry, JobState state) {
		try {
			this.server = HttpServer.create(address, 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on " + address + ": " + ex.getMessage(), ex);
		}
		this.server.createContext("/actuator/health/liveness", (exchange) -> health(exchange, Optional.empty()));
		this.server.createContext("/actuator/health", (exchange) -> health(exchange, state.trouble()));
		this.server.createContext("/actuator/prometheus",
				(exchange) -> answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()));
		this.server.start();
	}

	private static void health(HttpExchange exchange, Optional<String> trouble) throws IOException {
		String body = trouble.map((what) -> "{\"status\":\"DOWN\",\"details\":\"" + escaped(what) + "\"}")
			.orElse("{\"status\":\"UP\"}");
		answer(exchange, trouble.isEmpty() ? 200 : 503, "application/json", body);
	}

	private static String escaped(String text) {
		return text.replaceAll("[\\p{Cntrl}]", " ").replace("\\", "\\\\").replace("\"", "\\\"");
	}

	private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
		try (exchange) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
