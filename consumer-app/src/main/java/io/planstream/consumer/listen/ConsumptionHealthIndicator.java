package io.planstream.consumer.listen;

import java.util.Map;

import io.planstream.consumer.outage.Outage;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.stereotype.Component;

/**
 * Up while records are read and applied, or would be if there were any.
 */
@Component
class ConsumptionHealthIndicator extends AbstractHealthIndicator {

	private final KafkaListenerEndpointRegistry registry;

	private final ListenerStart start;

	private final Assignment assignment;

	private final Outage outage;

	ConsumptionHealthIndicator(KafkaListenerEndpointRegistry registry, ListenerStart start, Assignment assignment,
			Outage outage) {
		super("The state of consumption cannot be found out");
		this.registry = registry;
		this.start = start;
		this.assignment = assignment;
		this.outage = outage;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Map<String, String> stopped = this.assignment.stopped();
		boolean running = this.registry.getListenerContainers()
			.stream()
			.allMatch((container) -> container.isRunning() && container.isInExpectedState());
		String waitingFor = this.start.waitingFor().orElse(null);
		String interrupted = this.outage.description().orElse(null);
		builder.withDetail("partitions", this.assignment.cursors().size());
		if (waitingFor != null) {
			builder.down().withDetail("waitingFor", waitingFor);
		}
		else if (!running) {
			builder.down().withDetail("listeners", "a listener has ended; restart the application");
		}
		else if (interrupted != null) {
			builder.down().withDetail("interrupted", interrupted);
		}
		else if (!stopped.isEmpty()) {
			builder.down().withDetail("stopped", stopped);
		}
		else {
			builder.up();
		}
	}

}
