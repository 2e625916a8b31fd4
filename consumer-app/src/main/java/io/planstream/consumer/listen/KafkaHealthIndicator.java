package io.planstream.consumer.listen;

import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.DescribeClusterResult;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Up while the Kafka cluster answers.
 */
@Component
class KafkaHealthIndicator extends AbstractHealthIndicator {

	private final TopicLogs topicLogs;

	KafkaHealthIndicator(TopicLogs topicLogs) {
		super("Kafka does not answer");
		this.topicLogs = topicLogs;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		DescribeClusterResult cluster = this.topicLogs.cluster();
		builder.up()
			.withDetail("clusterId", cluster.clusterId().get(TopicLogs.HEALTH_LIMIT_MILLIS, TimeUnit.MILLISECONDS))
			.withDetail("nodes", cluster.nodes().get(TopicLogs.HEALTH_LIMIT_MILLIS, TimeUnit.MILLISECONDS).size());
	}

}
