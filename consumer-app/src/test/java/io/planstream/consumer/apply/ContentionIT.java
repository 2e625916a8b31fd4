package io.planstream.consumer.apply;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.planstream.consumer.metrics.ApplyMetrics;
import io.planstream.consumer.position.ConsumerPositionRepository;
import io.planstream.consumer.run.RunRepository;
import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import io.planstream.model.apply.Applier;
import io.planstream.model.apply.SourceRecords;
import io.planstream.model.apply.Batch;
import io.planstream.model.apply.Outcome;
import io.planstream.model.apply.Tally;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.RecordEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

class ContentionIT {

	private static Scene scene;

	private static RunningConsumer consumer;

	@BeforeAll
	static void open() {
		scene = new Scene();
		consumer = scene.start().awaitReady();
	}

	@AfterAll
	static void close() {
		consumer.close();
		scene.close();
	}

	@Test
	void aBatchThatSeveralReadersHoldIsAppliedOnce() {
		RunId run = scene.run(1);
		scene.sql()
			.sql("insert into consumer_position (topic, `partition`, topic_id, next_offset) values ('contended', 0, 'id', 0)")
			.update();
		Batch whole = batch(run, 0, 4_000);
		Batch overlapping = batch(run, 0, 6_000);
		Applier applier = consumer.bean(Applier.class);
		List<CompletableFuture<Outcome>> attempts = IntStream.range(0, 8)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> applier.apply((i % 2 == 0) ? whole : overlapping)))
			.toList();
		long applied = attempts.stream()
			.map(CompletableFuture::join)
			.mapToLong((outcome) -> tally(outcome).appliedRows())
			.sum();
		assertThat(applied).isEqualTo(6_000);
		assertThat(scene.watermarks(run)).containsExactly("0 5999 applied 6000 duplicates 0 gaps 0");
		assertThat(scene.number("select sum(rates) from rate_by_age where run_id = '" + run + "'")).isEqualTo(6_000);
	}

	/**
	 * At each step of one transaction the other has come as far, so that neither has
	 * committed when the other decides.
	 */
	@Test
	void theEndsOfOneSliceThatTwoTransactionsApplyAtTheSameMomentBothCount() {
		RunId run = scene.run(7);
		CyclicBarrier meeting = new CyclicBarrier(2);
		Applier applier = new ApplyConfiguration().applier(consumer.bean(ConsumerPositionRepository.class),
				consumer.bean(RunRepository.class), consumer.bean(SourceWatermarkRepository.class),
				consumer.bean(PlatformTransactionManager.class), new MeetingClock(meeting),
				consumer.bean(ApplyMetrics.class));
		List<CompletableFuture<Outcome>> attempts = Stream.of("TX", "NY").map((state) -> {
			Batch batch = wholeSlice(run, state);
			return CompletableFuture.supplyAsync(() -> applier.apply(batch));
		}).toList();
		attempts.stream().map(CompletableFuture::join).map(ContentionIT::tally).forEach((tally) -> {
			assertThat(tally.appliedRows()).isEqualTo(100);
			assertThat(tally.ends()).isEqualTo(1);
		});
		assertThat(meeting.getNumberWaiting()).isZero();
		assertThat(scene.ended(run)).isEqualTo(2);
		assertThat(scene.watermarks(run)).containsExactlyInAnyOrder("11 100 applied 100 duplicates 0 gaps 0",
				"12 100 applied 100 duplicates 0 gaps 0");
		assertThat(scene.number("select sum(rates) from rate_by_age where run_id = '" + run + "'")).isEqualTo(200);
	}

	/** All that a slice sent to a partition, up to its end; nothing is applied of it. */
	private static Batch wholeSlice(RunId run, String state) {
		int partition = state.equals("TX") ? 11 : 12;
		scene.sql()
			.sql("insert into consumer_position (topic, `partition`, topic_id, next_offset) values ('contended', ?, 'id', 0)")
			.param(partition)
			.update();
		RecordEncoder encoder = new RecordEncoder();
		Provenance provenance = new Provenance(run, 0, 1);
		SourceRecords records = new SourceRecords();
		for (int i = 0; i < 100; i++) {
			records.add(i, -1, encoder.row(provenance, i, i + 2, Scene.rate(state, 21 + i % 40, 100)));
		}
		records.add(100, -1, encoder.endOfSlice(provenance, 100, 102));
		return new Batch(List.of(new Batch.Part("contended", partition, "id", 0, 101, records)));
	}

	/** Tells the time to two at once. */
	private static final class MeetingClock extends Clock {

		private final CyclicBarrier meeting;

		MeetingClock(CyclicBarrier meeting) {
			this.meeting = meeting;
		}

		@Override
		public Instant instant() {
			try {
				this.meeting.await(20, TimeUnit.SECONDS);
				return Instant.now();
			}
			catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
				throw new IllegalStateException("The transactions wait for each other", ex);
			}
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException("This clock is UTC");
		}

	}

	@Test
	void aBatchBeyondThePositionIsNotTouched() {
		RunId run = scene.run(2);
		scene.sql()
			.sql("insert into consumer_position (topic, `partition`, topic_id, next_offset) values ('contended', 1, 'id', 10)")
			.update();
		Batch.Part part = batch(run, 20, 30).parts().get(0);
		Batch beyond = new Batch(List.of(new Batch.Part("contended", 1, "id", 20, 30, part.records())));
		assertThat(consumer.bean(Applier.class).apply(beyond)).isInstanceOf(Outcome.PositionMoved.class);
		assertThat(scene.watermarks(run)).isEmpty();
		assertThat(
				scene.number("select next_offset from consumer_position where topic = 'contended' and `partition` = 1"))
			.isEqualTo(10);
	}

	@Test
	void rowsThatAnotherSessionHoldsAreWaitedForAndNothingIsDeadLettered() throws Exception {
		RunId run = scene.run(3);
		try (Publisher publisher = scene.publisher(run);
				Connection holder = scene.root().getDataSource().getConnection()) {
			publisher.rate(0, 0, 0, Scene.rate("TX", 21, 100));
			publisher.flush();
			Scene.await().until(() -> scene.applied(run) == 1);
			holder.setAutoCommit(false);
			holder.createStatement().execute("select * from rate_by_age where run_id = '" + run + "' for update");
			publisher.rate(0, 0, 1, Scene.rate("TX", 21, 100));
			publisher.flush();
			Scene.await().until(() -> consumer.health("readiness") == 503);
			assertThat(scene.applied(run)).isEqualTo(1);
			holder.rollback();
		}
		Scene.await().until(() -> scene.applied(run) == 2);
		consumer.awaitReady();
		assertThat(scene.number("select sum(rates) from rate_by_age where run_id = '" + run + "'")).isEqualTo(2);
		assertThat(scene.number("select count(*) from dead_letter where run_id = '" + run + "'")).isZero();
	}

	@Test
	void consumersThatComeAndGoNeitherLoseNorDouble() {
		RunId run = scene.run(4);
		try (Publisher publisher = scene.publisher(run)) {
			for (int round = 0; round < 3; round++) {
				try (RunningConsumer other = scene.start("--planstream.consumer.concurrency=1")) {
					for (int i = 0; i < 20_000; i++) {
						publisher.rate(0, Scene.rate((i % 2 == 0) ? "TX" : "NY", 21 + i % 40, 100));
					}
					publisher.flush();
					other.awaitReady();
				}
			}
			publisher.endOfSlice(Dataset.RATE.topic(), 0);
		}
		Scene.await().until(() -> scene.ended(run) == Scene.PARTITIONS);
		assertThat(scene.applied(run)).isEqualTo(60_000);
		assertThat(scene.number("select sum(rates) from rate_by_age where run_id = '" + run + "'")).isEqualTo(60_000);
	}

	private static Tally tally(Outcome outcome) {
		return ((Outcome.Applied) outcome).tally();
	}

	private static Batch batch(RunId run, int from, int to) {
		RecordEncoder encoder = new RecordEncoder();
		Provenance provenance = new Provenance(run, 0, 1);
		SourceRecords records = new SourceRecords();
		for (int i = from; i < to; i++) {
			records.add(i, -1, encoder.row(provenance, i, i + 2, Scene.rate("TX", 21 + i % 40, 100)));
		}
		return new Batch(List.of(new Batch.Part("contended", 0, "id", from, to, records)));
	}

}
