package io.planstream.consumer.listen;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.dataset.Dataset;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

class SharesIT {

	@Test
	void eachListenerReadsItsShareOfEachTopicAndOfAll() {
		try (Scene scene = new Scene();
				RunningConsumer consumer = scene.start("--planstream.consumer.concurrency=2").awaitReady()) {
			int all = Dataset.values().length * Scene.PARTITIONS;
			// the first listener that joins has everything for a moment
			Scene.await()
				.untilAsserted(() -> assertThat(shares(consumer)).hasSize(2)
					.allSatisfy((share) -> assertThat(share).hasSizeBetween(all / 2, all / 2 + 1))
					.allSatisfy((share) -> assertThat(byTopic(share)).containsOnlyKeys(Topics.ofRows())
						.allSatisfy((topic, partitions) -> assertThat(partitions).isBetween(1L, 2L))));
			Scene.await().until(() -> scene.number("select count(*) from consumer_position") == all + Scene.PARTITIONS);
			assertThat(consumer.health("readiness")).isEqualTo(200);
		}
	}

	private static Map<String, Long> byTopic(Collection<TopicPartition> share) {
		return share.stream().collect(Collectors.groupingBy(TopicPartition::topic, Collectors.counting()));
	}

	private static List<Collection<TopicPartition>> shares(RunningConsumer consumer) {
		ConcurrentMessageListenerContainer<?, ?> rows = (ConcurrentMessageListenerContainer<?, ?>) consumer
			.bean(KafkaListenerEndpointRegistry.class)
			.getListenerContainer(ApplyListener.ROWS);
		return rows.getContainers()
			.stream()
			.map(MessageListenerContainer::getAssignedPartitions)
			.map((partitions) -> (partitions != null) ? partitions : List.<TopicPartition>of())
			.toList();
	}

}
