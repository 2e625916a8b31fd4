package io.planstream.model.flow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import io.planstream.model.aggregate.Change;
import io.planstream.model.dataset.Dataset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchFlowTests {

	private static final Instant BEGUN = Instant.parse("2026-01-31T23:59:59.900Z");

	private static final long NOW = BEGUN.toEpochMilli();

	private final BatchFlow flow = new BatchFlow(BEGUN);

	@Test
	void eachDatasetOfEachPartitionIsOneRowInTheOrderOfTheKey() {
		this.flow.partition("topic", 2).applied(Dataset.RATE, NOW);
		BatchFlow.OfPartition rejects = this.flow.partition("rejects", 0);
		rejects.rejected(Dataset.RATE, NOW - 10);
		rejects.rejected(Dataset.PLAN_ATTRIBUTES, NOW - 20);
		rejects.rejected(Dataset.RATE, NOW - 30);
		this.flow.partition("topic", 1).applied(Dataset.RATE, NOW);
		this.flow.partition("of nothing", 3);
		LocalDateTime second = LocalDateTime.parse("2026-01-31T23:59:59");
		assertThat(this.flow.appliedAt(BEGUN).rows()).containsExactly(
				new Object[] { second, "plan-attributes", "rejects", 0, 0L, 1L, 20L, 20L },
				new Object[] { second, "rate", "rejects", 0, 0L, 2L, 40L, 30L },
				new Object[] { second, "rate", "topic", 1, 1L, 0L, 0L, 0L },
				new Object[] { second, "rate", "topic", 2, 1L, 0L, 0L, 0L });
	}

	@Test
	void theSecondIsThatOfTheEndAndDelaysCountUpToIt() {
		this.flow.partition("topic", 0).applied(Dataset.RATE, NOW - 1_000);
		assertThat(this.flow.appliedAt(BEGUN.plusMillis(250)).rows()).containsExactly(new Object[] {
				LocalDateTime.parse("2026-02-01T00:00:00"), "rate", "topic", 0, 1L, 0L, 1_250L, 1_250L });
	}

	@Test
	void aBatchOfWhichNothingIsAppliedAddsNothing() {
		this.flow.partition("topic", 0);
		assertThat(this.flow.appliedAt(BEGUN).rows()).isEmpty();
	}

	@Test
	void rowsAreAddedToWhatIsThere() {
		Change change = this.flow.appliedAt(BEGUN);
		assertThat(change.table()).isEqualTo("flow");
		assertThat(change.sql()).endsWith("rows_applied = rows_applied + values(rows_applied), "
				+ "rows_rejected = rows_rejected + values(rows_rejected), "
				+ "delay_millis = delay_millis + values(delay_millis), "
				+ "max_delay_millis = greatest(max_delay_millis, values(max_delay_millis))");
	}

	/** Clocks of publishers may be ahead, and this one may be set back meanwhile. */
	@Property
	void delaysAreSumAndMaximumOfDifferencesThatAreNeverNegative(
			@ForAll @NotEmpty List<@LongRange(min = -5_000, max = 5_000) Long> publishedBefore,
			@ForAll @LongRange(min = -100, max = 100) long took) {
		BatchFlow batch = new BatchFlow(BEGUN);
		BatchFlow.OfPartition partition = batch.partition("topic", 0);
		publishedBefore.forEach((before) -> partition.applied(Dataset.RATE, NOW - before));
		Object[] row = batch.appliedAt(BEGUN.plusMillis(took)).rows().get(0);
		List<Long> delays = publishedBefore.stream().map((before) -> Math.max(0, before) + Math.max(0, took)).toList();
		assertThat(row[4]).isEqualTo((long) delays.size());
		assertThat(row[6]).isEqualTo(delays.stream().mapToLong(Long::longValue).sum());
		assertThat(row[7]).isEqualTo(delays.stream().mapToLong(Long::longValue).max().orElseThrow());
	}

	@Test
	void aRecordWithoutATimestampHasNoDelay() {
		this.flow.partition("topic", 0).applied(Dataset.RATE, -1);
		assertThat(this.flow.appliedAt(BEGUN).rows().get(0)).endsWith(0L, 0L);
	}

}
