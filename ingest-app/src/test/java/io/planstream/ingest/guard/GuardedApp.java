package io.planstream.ingest.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.planstream.ingest.IngestApplication;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One application that listens on every address and asks for credentials, for all tests
 * of this package.
 */
final class GuardedApp {

	static final String VIEWER_TOKEN = "viewer-token-0123456789abcdefghijklmnopqrstuvwxyz";

	static final String OPERATOR_TOKEN = "operator-token-0123456789abcdefghijklmnopqrstuvwxyz";

	static final String METRICS_TOKEN = "metrics-token-0123456789abcdefghijklmnopqrstuvwxyz";

	static final String PASSWORD = "correct horse battery staple";

	private static GuardedApp running;

	private static boolean failed;

	final Path data;

	final TestDatabase database = TestDatabase.create();

	final ConfigurableApplicationContext context;

	/** What everybody logged, from the start on. */
	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private GuardedApp() throws IOException {
		this.data = Files.createTempDirectory("guarded").toRealPath();
		Map<String, Object> properties = new HashMap<>(this.database.ingestProperties());
		properties.put("spring.kafka.bootstrap-servers", TestBroker.bootstrapServers());
		properties.put("planstream.data.directories", this.data.toString());
		properties.put("planstream.data.kept-free", Long.toString(keptFree(this.data)));
		properties.put("planstream.partitions", "3");
		properties.put("server.port", "0");
		properties.put("server.address", "0.0.0.0");
		String hash = "{bcrypt}" + new BCryptPasswordEncoder().encode(PASSWORD);
		properties.put("planstream.access.users.vera.password", hash);
		properties.put("planstream.access.users.vera.role", "viewer");
		properties.put("planstream.access.users.otto.password", hash);
		properties.put("planstream.access.users.otto.role", "operator");
		token(properties, "look", VIEWER_TOKEN, "viewer");
		token(properties, "script", OPERATOR_TOKEN, "operator");
		token(properties, "prometheus", METRICS_TOKEN, "metrics");
		this.context = new SpringApplicationBuilder(IngestApplication.class).run(properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new));
		this.log.start();
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(this.log);
	}

	/** So that the free space is less than two of the largest uploads on every disk. */
	private static long keptFree(Path folder) throws IOException {
		return Math.max(1L << 30, Files.getFileStore(folder).getUsableSpace() - (40L << 30));
	}

	/** How much uploads may take of the disk. */
	long freeForUploads() throws IOException {
		return Files.getFileStore(this.data).getUsableSpace()
				- Long.parseLong(this.context.getEnvironment().getProperty("planstream.data.kept-free"));
	}

	String log() {
		return List.copyOf(this.log.list)
			.stream()
			.map((event) -> event.getFormattedMessage() + " "
					+ ((event.getThrowableProxy() != null) ? event.getThrowableProxy().getMessage() : ""))
			.collect(Collectors.joining("\n"));
	}

	private static void token(Map<String, Object> properties, String name, String token, String role) {
		properties.put("planstream.access.tokens." + name + ".sha256", sha256(token));
		properties.put("planstream.access.tokens." + name + ".role", role);
	}

	static String sha256(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Ends with the tests' virtual machine. */
	static synchronized GuardedApp get() {
		try {
			if (running == null) {
				assertThat(failed).as("The application failed to start before").isFalse();
				failed = true;
				running = new GuardedApp();
			}
			return running;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return Integer.parseInt(this.context.getEnvironment().getProperty("local.server.port"));
	}

	Exchange request(String method, String path) {
		return new Exchange(port(), method, path);
	}

	Exchange asOperator(String method, String path) {
		return request(method, path).bearer(OPERATOR_TOKEN);
	}

}
