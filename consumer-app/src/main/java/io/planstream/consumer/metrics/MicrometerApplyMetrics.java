package io.planstream.consumer.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.planstream.model.apply.Tally;

import org.springframework.stereotype.Component;

@Component
class MicrometerApplyMetrics implements ApplyMetrics {

	private final MeterRegistry registry;

	private final List<Counter> counters;

	private final Timer batch;

	MicrometerApplyMetrics(MeterRegistry registry) {
		this.registry = registry;
		// each dataset is there from the start: a rate over time needs the zero before
		// the first row
		this.counters = new Tally().counts().stream().map(this::counter).toList();
		this.batch = Timer.builder("planstream.apply.batch")
			.description("One batch in one transaction")
			.publishPercentileHistogram()
			.minimumExpectedValue(Duration.ofMillis(5))
			.maximumExpectedValue(Duration.ofSeconds(30))
			.register(registry);
	}

	@Override
	public void committed(Tally tally, Duration took) {
		List<Tally.Count> counts = tally.counts();
		for (int i = 0; i < counts.size(); i++) {
			this.counters.get(i).increment(counts.get(i).value());
		}
		this.batch.record(took);
	}

	@Override
	public void gauge(String name, String description, Supplier<Number> number) {
		Gauge.builder(name.replace('_', '.'), number).description(description).register(this.registry);
	}

	private Counter counter(Tally.Count count) {
		Counter.Builder builder = Counter.builder(count.name()).description(count.description());
		return ((count.tag() != null) ? builder.tag(count.tag(), count.tagValue()) : builder).register(this.registry);
	}

}
