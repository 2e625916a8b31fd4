package io.planstream.consumer.listen;

import io.micrometer.core.instrument.MeterRegistry;
import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.testsupport.server.TestBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchesIT {

	private static final String GROUP = "batches";

	/** The last poll is full, and the consumer does not call again. */
	@Test
	void fullPollsAreGatheredAndAppliedThoughNothingFollows() {
		try (Scene scene = new Scene();
				RunningConsumer consumer = scene
					.start("--spring.kafka.consumer.max-poll-records=10", "--spring.kafka.consumer.group-id=" + GROUP)
					.awaitReady();
				Publisher publisher = scene.publisher(scene.run(1))) {
			RunId run = publisher.run();
			for (int i = 0; i < 2_000; i++) {
				publisher.rate(0, Scene.rate("TX", 21, 100));
			}
			publisher.flush();
			Scene.await().until(() -> scene.applied(run) == 2_000);
			assertThat(transactions(consumer)).as("transactions, of 200 polls").isLessThan(100);
			assertThat(scene.number("select sum(rates) from rate_by_age where run_id = '" + run + "'"))
				.isEqualTo(2_000);
			assertStoredInKafka(scene, new TopicPartition(Dataset.RATE.topic(), publisher.partition(2016, "TX")));
		}
	}

	@Test
	void aBatchHasNoMoreRecordsThanItMay() {
		try (Scene scene = new Scene();
				RunningConsumer consumer = scene
					.start("--spring.kafka.consumer.max-poll-records=10", "--planstream.consumer.batch-records=50")
					.awaitReady();
				Publisher publisher = scene.publisher(scene.run(1))) {
			for (int i = 0; i < 2_000; i++) {
				publisher.rate(0, Scene.rate("TX", 21, 100));
			}
			publisher.flush();
			Scene.await().until(() -> scene.applied(publisher.run()) == 2_000);
			assertThat(transactions(consumer)).isGreaterThanOrEqualTo(2_000 / 50);
		}
	}

	private static long transactions(RunningConsumer consumer) {
		return consumer.bean(MeterRegistry.class).get("planstream.apply.batch").timer().count();
	}

	/** For those who watch the lag. */
	private static void assertStoredInKafka(Scene scene, TopicPartition partition) {
		long position = scene.number("select next_offset from consumer_position where topic = '" + partition.topic()
				+ "' and `partition` = " + partition.partition());
		try (Admin admin = TestBroker.admin()) {
			Scene.await()
				.untilAsserted(() -> assertThat(
						admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().get(partition))
					.isEqualTo(new OffsetAndMetadata(position)));
		}
	}

}
