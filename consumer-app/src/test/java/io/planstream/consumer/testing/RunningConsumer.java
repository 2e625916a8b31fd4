package io.planstream.consumer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.planstream.consumer.ConsumerApplication;
import io.planstream.testsupport.server.TestBroker;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application as production starts it.
 */
public final class RunningConsumer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private RunningConsumer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public static RunningConsumer start(Map<String, String> database, String... more) {
		return start(ConsumerApplication.class, database, more);
	}

	static RunningConsumer start(Class<?> configuration, Map<String, String> database, String... more) {
		List<String> arguments = new ArrayList<>(List.of(more));
		database.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		arguments.add("--spring.kafka.bootstrap-servers=" + TestBroker.bootstrapServers());
		arguments.add("--server.port=0");
		return new RunningConsumer(new SpringApplicationBuilder(ConsumerApplication.class, configuration)
			.run(arguments.toArray(new String[0])));
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public <T> Collection<T> beans(Class<T> type) {
		return this.context.getBeansOfType(type).values();
	}

	/** Status of a health group, as the load balancer sees it: 200 or 503. */
	public int health(String group) {
		try {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + port() + "/actuator/health/" + group))
				.build();
			return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Waits until it reads. */
	public RunningConsumer awaitReady() {
		Scene.await().until(() -> health("readiness") == 200);
		return this;
	}

	public int port() {
		return Integer.parseInt(this.context.getEnvironment().getProperty("local.server.port", "0"));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
