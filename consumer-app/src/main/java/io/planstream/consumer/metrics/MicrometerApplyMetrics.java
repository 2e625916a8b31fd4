package io.planstream.consumer.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

@Component
class MicrometerApplyMetrics implements ApplyMetrics {

	private final MeterRegistry registry;

	private final Map<String, Counter> applied;

	private final Counter received;

	private final Counter duplicates;

	private final Counter gaps;

	private final Counter skippedByPosition;

	private final Counter skippedByRun;

	private final Counter deadLettered;

	private final Counter ends;

	private final Timer batch;

	MicrometerApplyMetrics(MeterRegistry registry) {
		this.registry = registry;
		// each dataset is there from the start: a rate over time needs the zero before
		// the first row
		this.applied = Tally.datasets().collect(Collectors.toUnmodifiableMap(Function.identity(), this::applied));
		this.received = counter("planstream.records.received", "Records of committed batches");
		this.duplicates = counter("planstream.records.duplicate", "Records applied before");
		this.gaps = counter("planstream.records.gap", "Records behind a missing one");
		this.skippedByPosition = skipped("position");
		this.skippedByRun = skipped("run");
		this.deadLettered = counter("planstream.records.dead.lettered", "Records that can never be applied");
		this.ends = counter("planstream.slices.ended", "Ends of slices applied");
		this.batch = Timer.builder("planstream.apply.batch")
			.description("One batch in one transaction")
			.publishPercentileHistogram()
			.minimumExpectedValue(Duration.ofMillis(5))
			.maximumExpectedValue(Duration.ofSeconds(30))
			.register(registry);
	}

	@Override
	public void committed(Tally tally, Duration took) {
		this.received.increment(tally.received());
		tally.appliedByDataset().forEach((dataset, rows) -> this.applied.get(dataset).increment(rows));
		this.duplicates.increment(tally.duplicates());
		this.gaps.increment(tally.gaps());
		this.skippedByPosition.increment(tally.skippedByPosition());
		this.skippedByRun.increment(tally.skippedByRun());
		this.deadLettered.increment(tally.deadLetters());
		this.ends.increment(tally.ends());
		this.batch.record(took);
	}

	@Override
	public void gauge(String name, String description, Supplier<Number> number) {
		Gauge.builder(name.replace('_', '.'), number).description(description).register(this.registry);
	}

	private Counter applied(String dataset) {
		return Counter.builder("planstream.rows.applied")
			.description("Rows in the aggregates, set aside, or kept as rejects")
			.tag("dataset", dataset)
			.register(this.registry);
	}

	private Counter skipped(String reason) {
		return Counter.builder("planstream.records.skipped")
			.description("Records before the stored position, or of a deleted or unknown run")
			.tag("reason", reason)
			.register(this.registry);
	}

	private Counter counter(String name, String description) {
		return Counter.builder(name).description(description).register(this.registry);
	}

}
