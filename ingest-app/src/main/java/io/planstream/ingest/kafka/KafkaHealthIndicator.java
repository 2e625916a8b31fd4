package io.planstream.ingest.kafka;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether the cluster answers; {@code kafka} in the health endpoint.
 */
@Component
class KafkaHealthIndicator extends AbstractHealthIndicator {

	private final Topics topics;

	KafkaHealthIndicator(Topics topics) {
		super("Kafka does not answer");
		this.topics = topics;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up().withDetail("clusterId", this.topics.clusterId());
	}

}
