package io.planstream.consumer.start;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.planstream.consumer.ConsumerApplication;
import io.planstream.start.PatientStart;
import io.planstream.testsupport.fault.TcpProxy;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseLossAtStartIT {

	private static TcpProxy network;

	private static final AtomicBoolean lossDue = new AtomicBoolean();

	private TestDatabase database;

	@BeforeEach
	void connect() {
		this.database = TestDatabase.create();
		network = TcpProxy.toDatabase(this.database.jdbcUrl());
	}

	@AfterEach
	void disconnect() {
		network.close();
		this.database.close();
	}

	@Test
	void aDatabaseThatGoesAwayBeforeHibernateLooksIsWaitedForAgain() {
		lossDue.set(true);
		assertThatThrownBy(() -> SpringApplication.run(LosesItsDatabase.class, arguments()))
			.hasStackTraceContaining("Unable to determine Dialect");
		lossDue.set(true);
		try (ConfigurableApplicationContext consumer = PatientStart.run(LosesItsDatabase.class, arguments())) {
			assertThat(consumer.isRunning()).isTrue();
			assertThat(lossDue).isFalse();
		}
	}

	@Test
	void aConnectionThatBreaksWhileHibernateLooksIsMadeAgain() {
		network.cutAnswersTo(questionOfHibernate(), 1);
		assertThatThrownBy(() -> SpringApplication.run(ConsumerApplication.class, arguments()))
			.hasStackTraceContaining("Communications link failure");
		network.cutAnswersTo(questionOfHibernate(), 1);
		try (ConfigurableApplicationContext consumer = PatientStart.run(ConsumerApplication.class, arguments())) {
			assertThat(consumer.isRunning()).isTrue();
		}
	}

	/** How the driver asks for the columns of a table: not the same on both servers. */
	private String questionOfHibernate() {
		String version = this.database.rootClient().sql("select version()").query(String.class).single();
		return version.contains("MariaDB") ? "show full columns" : "from information_schema.columns";
	}

	private String[] arguments() {
		List<String> arguments = new ArrayList<>();
		this.database.through(network.port())
			.consumerProperties()
			.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		arguments.add("--spring.kafka.bootstrap-servers=" + TestBroker.bootstrapServers());
		arguments.add("--server.port=0");
		return arguments.toArray(new String[0]);
	}

	/**
	 * Nobody answers from the moment the tables were found until they are looked for
	 * again.
	 */
	@Import(ConsumerApplication.class)
	static class LosesItsDatabase {

		@Bean
		static BeanPostProcessor loss() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessBeforeInitialization(Object bean, String name) {
					if (bean instanceof SchemaWait) {
						network.refuse(false);
					}
					return bean;
				}

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					if (bean instanceof SchemaWait && lossDue.getAndSet(false)) {
						network.refuse(true);
					}
					return bean;
				}

			};
		}

	}

}
