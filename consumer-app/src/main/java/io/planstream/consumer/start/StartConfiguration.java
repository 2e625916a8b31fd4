package io.planstream.consumer.start;

import com.zaxxer.hikari.HikariDataSource;
import io.planstream.consumer.sql.SchemaProbe;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
class StartConfiguration {

	@Bean
	SchemaWait schemaWait(HikariDataSource dataSource, ConsumerFactory<?, ?> consumers, SchemaProbe probe,
			@Value("${planstream.consumer.concurrency:2}") int concurrency) {
		SettingsCheck.check(dataSource.getJdbcUrl(), consumers.getConfigurationProperties(), concurrency,
				dataSource.getMaximumPoolSize());
		return new SchemaWait(probe);
	}

	/**
	 * Hibernate compares its entities with the tables: the tables have to be there first.
	 */
	@Bean
	static EntityManagerFactoryDependsOnPostProcessor entitiesDependOnSchema() {
		return new EntityManagerFactoryDependsOnPostProcessor(SchemaWait.class);
	}

}
