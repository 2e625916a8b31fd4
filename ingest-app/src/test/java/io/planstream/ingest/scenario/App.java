package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.planstream.ingest.IngestApplication;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running instance of the application, on a free port.
 */
final class App implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private App(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts an instance.
	 * @param settings more properties, name and value in turn
	 */
	static App start(TestDatabase database, Path data, String... settings) {
		return start(database.ingestProperties(), data, settings);
	}

	static App start(Map<String, String> database, Path data, String... settings) {
		Map<String, Object> properties = new HashMap<>(database);
		properties.put("spring.kafka.bootstrap-servers", TestBroker.bootstrapServers());
		properties.put("planstream.data.directories", data.toString());
		properties.put("planstream.partitions", "3");
		properties.put("server.port", "0");
		for (int i = 0; i < settings.length; i += 2) {
			properties.put(settings[i], settings[i + 1]);
		}
		String[] arguments = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return new App(new SpringApplicationBuilder(IngestApplication.class).run(arguments));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	Rest rest() {
		return new Rest("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
