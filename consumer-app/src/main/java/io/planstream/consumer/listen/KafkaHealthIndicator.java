package io.planstream.consumer.listen;

import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Up while the Kafka cluster answers.
 */
@Component
class KafkaHealthIndicator extends AbstractHealthIndicator {

	private static final int LIMIT_MILLIS = 2000;

	private final Admin admin;

	KafkaHealthIndicator(Admin admin) {
		super("Kafka does not answer");
		this.admin = admin;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		DescribeClusterResult cluster = this.admin
			.describeCluster(new DescribeClusterOptions().timeoutMs(LIMIT_MILLIS));
		builder.up()
			.withDetail("clusterId", cluster.clusterId().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS))
			.withDetail("nodes", cluster.nodes().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS).size());
	}

}
