package io.planstream.access;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class AccessAutoConfigurationTests {

	private final WebApplicationContextRunner application = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AccessAutoConfiguration.class))
		.withUserConfiguration(Database.class);

	@Test
	void refusesBeforeADatabaseIsWaitedFor() {
		this.application.withPropertyValues("server.address=0.0.0.0")
			.run((context) -> assertThat(context).getFailure().isInstanceOf(AccessRefusedException.class));
		this.application.withPropertyValues("server.address=127.0.0.1", "planstream.access.users.vera.role=viewer")
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(AccessRefusedException.class)
				.hasMessageContaining("planstream.access.users.vera"));
		this.application.withPropertyValues("server.address=127.0.0.1")
			.run((context) -> assertThat(context).getFailure().hasRootCauseMessage("waited for a minute"));
	}

	@Configuration
	static class Database {

		@Bean
		String database() {
			throw new IllegalStateException("waited for a minute");
		}

	}

}
