package io.planstream.model.apply;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTests {

	@Test
	void partsAreInTheOrderOfLocks() {
		Batch batch = new Batch(List.of(part("b", 0, 5, 5), part("a", 10, 5, 5), part("a", 9, 5, 5)));
		assertThat(batch.parts()).extracting((part) -> part.topic() + part.partition())
			.containsExactly("a9", "a10", "b0");
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
		assertThat(offsets(first.records())).containsExactly(5L);
		assertThat(offsets(second.records())).containsExactly(7L, 8L);
		assertThat(halves.get(0).isSingleRecord()).isTrue();
		assertThat(halves.get(1).isSingleRecord()).isFalse();
	}

	@Test
	void whatIsAppliedIsLeftOut() {
		SourceRecords records = part("a", 0, 3, 5, 7, 8).records();
		assertThat(offsets(records.since(3))).containsExactly(5L, 7L, 8L);
		assertThat(offsets(records.since(6))).containsExactly(7L, 8L);
		assertThat(offsets(records.since(9))).isEmpty();
	}

	private static List<Long> offsets(SourceRecords records) {
		return IntStream.range(0, records.size()).mapToObj(records::offset).toList();
	}

	private static Batch.Part part(String topic, int partition, long from, long... offsets) {
		SourceRecords records = new SourceRecords();
		for (long offset : offsets) {
			records.add(offset, -1, null);
		}
		return new Batch.Part(topic, partition, "id", from, offsets[offsets.length - 1] + 1, records);
	}

}
