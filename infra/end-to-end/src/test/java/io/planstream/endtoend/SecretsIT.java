package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.planstream.embedded.DatabaseAccounts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Passwords stay out of logs, answers, errors and command lines, also when every library
 * tells everything it knows.
 */
class SecretsIT {

	@Test
	@Tag("long")
	void noLogLineAnswerErrorOrCommandLineHoldsAPassword() throws IOException {
		Path data = Samples.of(0.001, 7);
		try (Stack stack = Stack.prepare("secrets", data)) {
			DatabaseAccounts accounts = stack.database().accounts();
			List<String> passwords = List.of(accounts.ingestPassword(), accounts.consumerPassword(),
					accounts.migratorPassword());
			for (AppProcess app : List.of(stack.ingest(), stack.consumer())) {
				tellEverything(app);
			}
			stack.start();
			stack.awaitComplete(stack.postRun(data, "").get("runId").asString());
			for (AppProcess app : List.of(stack.ingest(), stack.consumer())) {
				assertHasNone(passwords, "answers", answers(app));
				assertHasNone(passwords, "command line",
						String.join(" ", app.process().info().arguments().orElse(new String[0])));
			}
			assertThat(Files.readString(stack.consumer().log())).as("the log tells everything")
				.contains("DEBUG")
				.contains("HikariConfig");
			failToStart(stack.consumer());
			failToStart(stack.ingest());
			for (AppProcess app : List.of(stack.ingest(), stack.consumer())) {
				assertHasNone(passwords, "log", Files.readString(app.log()));
			}
		}
	}

	private static void tellEverything(AppProcess app) {
		app.with("logging.level.com.zaxxer.hikari", "trace")
			.with("logging.level.com.mysql", "trace")
			.with("logging.level.org.springframework.jdbc", "trace")
			.with("logging.level.org.springframework.boot", "trace")
			.with("logging.level.org.springframework.core.env", "trace")
			.with("logging.level.org.hibernate", "debug")
			.with("logging.level.org.flywaydb", "trace")
			.with("logging.level.org.apache.kafka.clients.producer.ProducerConfig", "trace")
			.with("logging.level.org.apache.kafka.clients.consumer.ConsumerConfig", "trace")
			.with("logging.level.org.apache.kafka.clients.admin", "trace");
	}

	private static String answers(AppProcess app) {
		return app.get("/actuator/health") + app.get("/actuator/info") + app.get("/actuator/metrics")
				+ app.get("/actuator/prometheus") + app.get("/actuator/env") + app.get("/actuator/configprops");
	}

	/** With an address that no driver takes, which errors like to repeat. */
	private static void failToStart(AppProcess app) {
		app.close();
		app.with("spring.datasource.driver-class-name", "com.mysql.cj.jdbc.NoSuchDriver").start();
		assertThat(app.awaitExit()).isNotZero();
	}

	private static void assertHasNone(List<String> passwords, String where, String text) {
		// no assertion of a library, which would print the text and the password
		assertThat(passwords.stream().noneMatch(text::contains)).as(where + " without a password").isTrue();
	}

}
