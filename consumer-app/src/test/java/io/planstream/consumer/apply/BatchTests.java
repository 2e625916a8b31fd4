package io.planstream.consumer.apply;

import java.util.List;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTests {

	@Test
	void partsAreInTheOrderOfLocks() {
		Batch batch = new Batch(List.of(part("b", 0, 5, 5), part("a", 10, 5, 5), part("a", 9, 5, 5)));
		assertThat(batch.parts()).extracting(Batch.Part::partition)
			.containsExactly(new TopicPartition("a", 9), new TopicPartition("a", 10), new TopicPartition("b", 0));
	}

	@Test
	void halvesOfSeveralPartitionsAreWholePartitions() {
		List<Batch> halves = new Batch(List.of(part("a", 0, 5, 5), part("b", 0, 5, 6), part("c", 0, 5, 7))).halves();
		assertThat(halves).extracting((half) -> half.parts().size()).containsExactly(1, 2);
	}

	@Test
	void halvesOfOnePartitionMeetWithoutAGap() {
		List<Batch> halves = new Batch(List.of(part("a", 0, 3, 5, 7, 8))).halves();
		Batch.Part first = halves.get(0).parts().get(0);
		Batch.Part second = halves.get(1).parts().get(0);
		assertThat(List.of(first.from(), first.to(), second.from(), second.to())).containsExactly(3L, 7L, 7L, 9L);
		assertThat(first.records()).extracting(ConsumerRecord::offset).containsExactly(5L);
		assertThat(second.records()).extracting(ConsumerRecord::offset).containsExactly(7L, 8L);
		assertThat(halves.get(0).isSingleRecord()).isTrue();
		assertThat(halves.get(1).isSingleRecord()).isFalse();
	}

	@Test
	void whatIsAppliedIsLeftOut() {
		Batch.Part part = part("a", 0, 3, 5, 7, 8);
		assertThat(part.since(3)).extracting(ConsumerRecord::offset).containsExactly(5L, 7L, 8L);
		assertThat(part.since(6)).extracting(ConsumerRecord::offset).containsExactly(7L, 8L);
		assertThat(part.since(9)).isEmpty();
	}

	private static Batch.Part part(String topic, int partition, long from, long... offsets) {
		List<ConsumerRecord<byte[], byte[]>> records = LongStream.of(offsets)
			.mapToObj((offset) -> new ConsumerRecord<byte[], byte[]>(topic, partition, offset, null, null))
			.toList();
		return new Batch.Part(new TopicPartition(topic, partition), "id", from, offsets[offsets.length - 1] + 1,
				records);
	}

}
