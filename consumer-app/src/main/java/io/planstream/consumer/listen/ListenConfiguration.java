package io.planstream.consumer.listen;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;

@Configuration(proxyBeanMethods = false)
class ListenConfiguration {

	@Bean
	Supplier<Admin> admins(KafkaAdmin settings) {
		return () -> Admin.create(settings.getConfigurationProperties());
	}

	@Bean
	DefaultKafkaConsumerFactoryCustomizer positionedConsumers(ObjectProvider<Assignment> assignment) {
		return (factory) -> position(factory, assignment);
	}

	private static <K, V> void position(DefaultKafkaConsumerFactory<K, V> factory,
			ObjectProvider<Assignment> assignment) {
		factory.addPostProcessor((consumer) -> PositionedConsumer.wrap(consumer, assignment::getObject));
	}

	@Bean
	ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> containers() {
		return (container) -> {
			ContainerProperties properties = container.getContainerProperties();
			properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
			// what Kafka stores is for monitoring: nothing waits for it
			properties.setSyncCommits(false);
			properties.setIdleBeforeDataMultiplier(1);
			properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
			properties.setShutdownTimeout(Duration.ofSeconds(20).toMillis());
		};
	}

}
