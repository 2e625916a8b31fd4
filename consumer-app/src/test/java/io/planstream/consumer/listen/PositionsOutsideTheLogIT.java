package io.planstream.consumer.listen;

import java.util.Map;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.testsupport.server.TestBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PositionsOutsideTheLogIT {

	private static final TopicPartition RATES = new TopicPartition(Dataset.RATE.topic(), 0);

	@Test
	void recordsLostBeforeTheyWereAppliedStopTheirPartitionUntilItsPositionIsRemoved() throws Exception {
		try (Scene scene = new Scene(); Publisher publisher = scene.publisher(scene.run(1))) {
			RunId run = publisher.run();
			try (RunningConsumer consumer = scene.start().awaitReady()) {
				publish(publisher, 0, 0, 100);
				Scene.await().until(() -> scene.applied(run) == 100);
				assertThat(consumer.bean(Assignment.class).stopped()).isEmpty();
			}
			publish(publisher, 0, 100, 200);
			deleteBefore(150);
			try (RunningConsumer consumer = scene.start()) {
				awaitStopped(consumer, "the next one is 100, the log begins at 150", "./planstream runs repair");
				publish(publisher, 1, 0, 100);
				Scene.await().until(() -> scene.applied(run) == 200);
				assertThat(scene.watermarks(run)).first().asString().startsWith("0 99 applied 100");
				scene.sql()
					.sql("delete from consumer_position where topic = ? and `partition` = 0")
					.param(RATES.topic())
					.update();
				publish(publisher, 0, 0, 200);
				consumer.awaitReady();
				Scene.await().until(() -> scene.applied(run) == 300);
				assertThat(scene.watermarks(run)).first().isEqualTo("0 199 applied 200 duplicates 100 gaps 50");
			}
		}
	}

	@Test
	void recordsLostWhileTheyAreReadStopTheirPartition() throws Exception {
		try (Scene scene = new Scene();
				Publisher publisher = scene.publisher(scene.run(1));
				RunningConsumer consumer = scene.start().awaitReady()) {
			publish(publisher, 0, 0, 100);
			Scene.await().until(() -> scene.applied(publisher.run()) == 100);
			scene.sql()
				.sql("update consumer_position set next_offset = 10 where topic = ? and `partition` = 0")
				.param(RATES.topic())
				.update();
			deleteBefore(50);
			publish(publisher, 0, 100, 200);
			awaitStopped(consumer, "the next one is 10, the log begins at 50");
		}
	}

	@Test
	void aTopicMadeAgainStopsItsPartitionsAlsoWhileItIsRead() {
		try (Scene scene = new Scene(); Publisher publisher = scene.publisher(scene.run(1))) {
			try (RunningConsumer consumer = scene.start("--planstream.consumer.topic-check-interval=200ms")
				.awaitReady()) {
				publish(publisher, 0, 0, 100);
				Scene.await().until(() -> scene.applied(publisher.run()) == 100);
				scene.remakeTopics();
				publish(publisher, 0, 0, 200);
				awaitStopped(consumer, "was deleted and made again");
			}
			try (RunningConsumer consumer = scene.start()) {
				awaitStopped(consumer, "was deleted and made again");
				assertThat(scene.watermarks(publisher.run())).first().asString().startsWith("0 99 applied 100");
			}
		}
	}

	private static void awaitStopped(RunningConsumer consumer, String... texts) {
		Scene.await()
			.untilAsserted(
					() -> assertThat(consumer.bean(Assignment.class).stopped().get(RATES.toString())).contains(texts));
		assertThat(consumer.health("readiness")).isEqualTo(503);
		assertThat(consumer.health("liveness")).isEqualTo(200);
	}

	private static void publish(Publisher publisher, int partition, int from, int to) {
		for (int sequence = from; sequence < to; sequence++) {
			publisher.rate(0, partition, sequence, Scene.rate("TX", 21, 100));
		}
		publisher.flush();
	}

	private static void deleteBefore(long offset) throws Exception {
		try (Admin admin = TestBroker.admin()) {
			admin.deleteRecords(Map.of(RATES, RecordsToDelete.beforeOffset(offset))).all().get();
		}
	}

}
