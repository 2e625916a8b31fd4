package io.planstream.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * The counters of {@link FlowMetrics}.
 */
@Component
class FlowMeters implements FlowMetrics {

	private final Counter sent;

	private final Counter acknowledged;

	FlowMeters(MeterRegistry registry) {
		this.sent = Counter.builder("planstream.blocks.sent")
			.description("Blocks handed to Kafka, each time one was")
			.register(registry);
		this.acknowledged = Counter.builder("planstream.blocks.acknowledged")
			.description("Blocks of which Kafka acknowledged every record")
			.register(registry);
	}

	@Override
	public void blockSent() {
		this.sent.increment();
	}

	@Override
	public void blockAcknowledged() {
		this.acknowledged.increment();
	}

}
