package io.planstream.consumer.metrics;

import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.planstream.model.apply.Tally;
import io.planstream.model.dataset.Dataset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTests {

	@Test
	void whatIsReceivedIsTheSumOfWhatBecameOfIt() {
		Tally tally = tally();
		tally.add(tally());
		assertThat(tally.received()).isEqualTo(2 * 37);
		assertThat(tally.appliedRows()).isEqualTo(2 * 3);
		assertThat(tally).hasToString("74 records = 6 applied + 2 duplicates + 2 gaps + 60 before the position + "
				+ "0 of deleted or unknown runs + 2 dead-lettered + 2 ends of slices");
	}

	@Test
	void metersKeepTheRelation() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		ApplyMetrics metrics = new MicrometerApplyMetrics(registry);
		metrics.committed(tally(), Duration.ofMillis(5));
		metrics.committed(tally(), Duration.ofMillis(5));
		double parts = sum(registry, "planstream.rows.applied") + sum(registry, "planstream.records.duplicate")
				+ sum(registry, "planstream.records.gap") + sum(registry, "planstream.records.skipped")
				+ sum(registry, "planstream.records.dead.lettered") + sum(registry, "planstream.slices.ended");
		assertThat(sum(registry, "planstream.records.received")).isEqualTo(2 * 37).isEqualTo(parts);
		assertThat(registry.get("planstream.rows.applied").tag("dataset", "rate").counter().count()).isEqualTo(2);
		assertThat(registry.get("planstream.rows.applied").tag("dataset", "reject").counter().count()).isEqualTo(2);
		assertThat(registry.get("planstream.apply.batch").timer().count()).isEqualTo(2);
	}

	@Test
	void everyDatasetIsCountedFromTheStart() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new MicrometerApplyMetrics(registry).committed(tally(), Duration.ofMillis(5));
		for (Dataset dataset : Dataset.values()) {
			boolean occurred = dataset == Dataset.RATE || dataset == Dataset.PLAN_ATTRIBUTES;
			assertThat(registry.get("planstream.rows.applied").tag("dataset", dataset.id()).counter().count())
				.isEqualTo(occurred ? 1 : 0);
		}
		assertThat(registry.get("planstream.rows.applied").counters()).hasSize(Dataset.values().length + 1);
	}

	private static double sum(SimpleMeterRegistry registry, String name) {
		return registry.get(name).counters().stream().mapToDouble((counter) -> counter.count()).sum();
	}

	private static Tally tally() {
		Tally tally = new Tally();
		tally.applied(Dataset.RATE);
		tally.applied(Dataset.PLAN_ATTRIBUTES);
		tally.reject();
		tally.duplicate();
		tally.gap();
		tally.beforePosition(30);
		tally.deadLettered();
		tally.endOfSlice();
		return tally;
	}

}
