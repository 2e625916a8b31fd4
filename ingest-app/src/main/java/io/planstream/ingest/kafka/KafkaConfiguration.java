package io.planstream.ingest.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * How admin clients are made, of which one at a time asks the cluster all questions.
 */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

	@Bean
	Supplier<Admin> admins(KafkaAdmin kafkaAdmin) {
		Map<String, Object> properties = new HashMap<>(kafkaAdmin.getConfigurationProperties());
		properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
		properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8000);
		return () -> Admin.create(properties);
	}

}
