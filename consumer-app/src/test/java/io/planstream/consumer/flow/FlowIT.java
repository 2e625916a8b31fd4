package io.planstream.consumer.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.consumer.testing.StoppedClock;
import io.planstream.model.RunId;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.flow.FlowRetention;
import io.planstream.model.record.Partitions;
import io.planstream.model.record.PublishedRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clock stands still, so that each figure is known; every batch adds to the rows of
 * the same second.
 */
class FlowIT {

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private static final String ROWS = "select concat_ws(' ', second, dataset, topic, `partition`, rows_applied, "
			+ "rows_rejected, delay_millis, max_delay_millis) from flow order by second, dataset, topic, `partition`";

	private Scene scene;

	private RunningConsumer consumer;

	@BeforeEach
	void open() {
		StoppedClock.set(NOW);
		this.scene = new Scene();
		this.consumer = start();
	}

	@AfterEach
	void close() {
		this.consumer.close();
		this.scene.close();
	}

	private RunningConsumer start() {
		return this.scene.startWith(StoppedClock.class, "--planstream.consumer.flow-check-interval=100ms").awaitReady();
	}

	@Test
	void figuresAreThoseOfWhatIsAppliedAndOfNothingElse() {
		publish(this.scene.run(1));
		assertThat(flow()).containsExactlyElementsOf(expected());
		// counters follow the commit
		Scene.await().until(() -> this.scene.number("select sum(rows_applied + rows_rejected) from flow") == counted());
	}

	/** As {@link io.planstream.consumer.metrics.ApplyMetrics} promises it. */
	private long counted() {
		return this.consumer.bean(MeterRegistry.class)
			.get("planstream.rows.applied")
			.counters()
			.stream()
			.mapToLong((counter) -> (long) counter.count())
			.sum();
	}

	@Test
	void recordsReadAgainAddNothing() {
		publish(this.scene.run(1));
		long records = this.scene.number("select sum(next_offset) from consumer_position");
		this.consumer.close();
		this.scene.sql().sql("update consumer_position set next_offset = 0").update();
		StoppedClock.set(NOW.plusSeconds(1));
		this.consumer = start();
		Scene.await().until(() -> this.scene.number("select sum(next_offset) from consumer_position") == records);
		assertThat(flow()).containsExactlyElementsOf(expected());
	}

	@Test
	void whatIsOldIsRemovedInMoreThanOneStepAndNothingElse() {
		LocalDateTime limit = LocalDateTime.ofInstant(NOW.minus(Duration.ofDays(7)), ZoneOffset.UTC);
		int old = FlowRetention.ROWS_PER_STEP * 5 / 2;
		this.scene.root()
			.batchUpdate("insert into flow values ('rate', ?, 'topic', 0, 1, 0, 0, 0)",
					IntStream.rangeClosed(-3, old)
						.mapToObj((age) -> new Object[] { limit.minusSeconds(age) })
						.toList());
		Scene.await().until(() -> this.scene.number("select count(*) from flow") <= 4);
		assertThat(this.scene.sql().sql("select second from flow order by second").query(LocalDateTime.class).list())
			.containsExactly(limit, limit.plusSeconds(1), limit.plusSeconds(2), limit.plusSeconds(3));
		StoppedClock.set(NOW.plusSeconds(2));
		Scene.await().until(() -> this.scene.number("select count(*) from flow") == 2);
	}

	/** Seven rows and rejects that count; the rest is dropped, or no row. */
	private void publish(RunId run) {
		RunId deleted = this.scene.run(99);
		this.scene.sql().sql("update run set state = 'DELETED' where run_id = ?").param(deleted.toString()).update();
		try (Publisher publisher = this.scene.publisher(run); Publisher other = this.scene.publisher(deleted)) {
			rate(publisher, 0, 0, 1_500);
			rate(publisher, 0, 1, 300);
			// a duplicate, a gap, one whose publisher's clock is ahead
			rate(publisher, 0, 1, 5_000);
			rate(publisher, 0, 9, 5_000);
			rate(publisher, 0, 2, -700);
			rate(publisher, 2, 0, 40);
			rate(other, 0, 0, 5_000);
			publisher.publishAt(NOW.minusMillis(90));
			publisher.plan(0, Scene.plan("TX", "A plan"));
			publisher.reject(0, 1, problem(), new PublishedRecord.RawText("n/a", 3, "0".repeat(64)));
			publisher.publishAt(NOW.minusMillis(60));
			publisher.reject(0, 1, problem(), new PublishedRecord.RawText("n/a", 3, "0".repeat(64)));
			publisher.publishAt(NOW.minusMillis(9_000));
			publisher.endOfSlice(Dataset.PLAN_ATTRIBUTES.topic(), 0);
			publisher.send(Dataset.RATE.topic(), 1, new byte[] { 1, 2, 3 });
		}
		Scene.await()
			.until(() -> this.scene.applied(run) == 7 && this.scene.ended(run) == Scene.PARTITIONS
					&& this.scene.number("select sum(next_offset) from consumer_position") == 14);
	}

	private static List<String> expected() {
		int ofTexas = Partitions.of(Partitions.key(2016, "TX"), Scene.PARTITIONS);
		String second = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC).format(NOW);
		return List.of(second + " plan-attributes marketplace.plan-attributes.v1 " + ofTexas + " 1 0 90 90",
				second + " rate marketplace.rate.v1 0 3 0 1800 1500", second + " rate marketplace.rate.v1 2 1 0 40 40",
				second + " rate marketplace.reject.v1 1 0 2 150 90");
	}

	private static void rate(Publisher publisher, int partition, long sequence, long millisAgo) {
		publisher.publishAt(NOW.minusMillis(millisAgo));
		publisher.rate(0, partition, sequence, Scene.rate("TX", 21, 100));
	}

	private static Problem problem() {
		return new Problem(Problem.Reason.NOT_A_NUMBER, "IndividualRate", "'n/a' is no number");
	}

	private List<String> flow() {
		return this.scene.sql().sql(ROWS).query(String.class).list();
	}

}
