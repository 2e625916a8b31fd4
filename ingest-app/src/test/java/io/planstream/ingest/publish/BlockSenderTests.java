package io.planstream.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.planstream.ingest.metrics.FlowMetrics;
import io.planstream.ingest.outage.Halt;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class BlockSenderTests {

	private final SharedProducer producer = new SharedProducer();

	private final Counts counts = new Counts();

	private final AtomicInteger newProducers = new AtomicInteger();

	private final BlockSender sender = new BlockSender(
			new KafkaTemplate<>(new MockProducerFactory<byte[], byte[]>(() -> this.producer) {

				@Override
				public void reset() {
					BlockSenderTests.this.newProducers.incrementAndGet();
				}

			}), this.counts);

	private final Block block = Slices.blocks("""
			2016,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,12.5,
			2016,TX,21989,21989TX0010001,Rating Area 1,No Preference,22,13.5,
			2016,TX,21989,21989TX0010001,Rating Area 1,No Preference,22,dear,
			""", 1 << 20).get(0);

	private final Halt halt = new Halt();

	@Test
	void returnsOnceEveryRecordIsAcknowledged() {
		CompletableFuture<Boolean> sent = send();
		awaitSent(3);
		this.producer.completeNext();
		this.producer.completeNext();
		assertThat(sent).isNotDone();
		this.producer.completeNext();
		assertThat(sent.join()).isTrue();
		assertThat(this.counts.acknowledged).hasValue(1);
	}

	@Test
	void sendsTheWholeBlockAgainAfterEveryRecordHasItsAnswer() {
		CompletableFuture<Boolean> sent = send();
		awaitSent(3);
		this.producer.errorNext(new NotEnoughReplicasException("one broker is away"));
		this.producer.completeNext();
		assertThat(this.producer.history()).as("one answer is missing yet").hasSize(3);
		this.producer.completeNext();
		awaitSent(6);
		completeAll();
		assertThat(sent.join()).isTrue();
		List<ProducerRecord<byte[], byte[]>> all = this.producer.history();
		for (int i = 0; i < 3; i++) {
			assertThat(all.get(i + 3).value()).isEqualTo(all.get(i).value());
			assertThat(all.get(i + 3).partition()).isEqualTo(all.get(i).partition());
		}
		assertThat(this.counts.sent).hasValue(2);
	}

	@Test
	void sendsAgainWhatTheProducerDidNotTake() {
		this.producer.sendException = new TimeoutException("no room in the buffer");
		CompletableFuture<Boolean> sent = send();
		await().untilAtomic(this.counts.sent, org.hamcrest.Matchers.greaterThanOrEqualTo(1));
		this.producer.sendException = null;
		awaitSent(3);
		completeAll();
		assertThat(sent.join()).isTrue();
	}

	@Test
	void failsWhenTheBrokerWillNeverTakeARecord() {
		CompletableFuture<Boolean> sent = send();
		awaitSent(3);
		this.producer.errorNext(new RecordTooLargeException("larger than the topic allows"));
		completeAll();
		assertThatExceptionOfType(java.util.concurrent.CompletionException.class).isThrownBy(sent::join)
			.withCauseInstanceOf(UnpublishableException.class);
	}

	@Test
	void doesNotWaitLongOnceHalted() {
		CompletableFuture<Boolean> sent = send();
		awaitSent(3);
		this.halt.request();
		assertThat(sent.join()).isFalse();
	}

	@Test
	void aBlockDoesNotWaitForAClockThatWasSetBack() {
		CompletableFuture<Boolean> sent = send();
		awaitSent(3);
		assertThat(this.newProducers).hasValue(0);
		this.sender.beginAnew();
		assertThat(this.newProducers).hasValue(1);
		completeAll();
		assertThat(sent.join()).isTrue();
		assertThat(this.newProducers).as("once for each time").hasValue(1);
	}

	@Test
	void sendsNothingForBlankLines() {
		Block blank = Slices.blocks("\n\n\n", 1 << 20).get(0);
		assertThat(this.sender.send(blank, this.halt)).isTrue();
		assertThat(this.producer.history()).isEmpty();
	}

	private CompletableFuture<Boolean> send() {
		return CompletableFuture.supplyAsync(() -> this.sender.send(this.block, this.halt));
	}

	private void awaitSent(int records) {
		await().until(() -> this.producer.history().size() == records);
	}

	private void completeAll() {
		boolean more = true;
		while (more) {
			more = this.producer.completeNext();
		}
	}

	/** As Spring's factory gives it out: closing hands it back, and it stays open. */
	private static final class SharedProducer extends MockProducer<byte[], byte[]> {

		SharedProducer() {
			super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
		}

		@Override
		public void close(Duration timeout) {
		}

	}

	private static final class Counts implements FlowMetrics {

		private final AtomicInteger sent = new AtomicInteger();

		private final AtomicInteger acknowledged = new AtomicInteger();

		@Override
		public void blockSent() {
			this.sent.incrementAndGet();
		}

		@Override
		public void blockAcknowledged() {
			this.acknowledged.incrementAndGet();
		}

	}

}
