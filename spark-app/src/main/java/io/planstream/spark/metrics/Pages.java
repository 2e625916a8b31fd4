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
 * {@code /actuator/prometheus}. Ready is 200, not ready 503; the reason and the metrics
 * are for those who may read them.
 */
public final class Pages implements AutoCloseable {

	private final HttpServer server;

	private final MetricsAccess access;

	/**
	 * Opens the pages.
	 * @param address where to listen
	 * @param access who may read more than the health
	 * @param registry the meters
	 * @param state the health
	 */
	public Pages(InetSocketAddress address, MetricsAccess access, PrometheusMeterRegistry registry, JobState state) {
		this.access = access;
		try {
			this.server = HttpServer.create(address, 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on " + address + ": " + ex.getMessage(), ex);
		}
		this.server.createContext("/actuator/health/liveness", (exchange) -> health(exchange, Optional.empty()));
		this.server.createContext("/actuator/health", (exchange) -> health(exchange, state.trouble()));
		this.server.createContext("/actuator/prometheus", (exchange) -> metrics(exchange, registry));
		this.server.start();
	}

	private void health(HttpExchange exchange, Optional<String> trouble) throws IOException {
		String details = trouble.filter((what) -> admitted(exchange))
			.map((what) -> ",\"details\":\"" + escaped(what) + "\"")
			.orElse("");
		String body = "{\"status\":\"" + (trouble.isEmpty() ? "UP" : "DOWN") + "\"" + details + "}";
		answer(exchange, trouble.isEmpty() ? 200 : 503, "application/json", body);
	}

	private void metrics(HttpExchange exchange, PrometheusMeterRegistry registry) throws IOException {
		if (admitted(exchange)) {
			answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
		}
		else {
			exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
			answer(exchange, 401, "text/plain; charset=utf-8",
					"Send the token for metrics: Authorization: Bearer TOKEN\n");
		}
	}

	private boolean admitted(HttpExchange exchange) {
		return this.access.admits(exchange.getRequestHeaders().getFirst("Authorization"));
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

	int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
