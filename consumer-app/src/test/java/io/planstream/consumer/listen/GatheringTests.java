package io.planstream.consumer.listen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.planstream.model.apply.Batch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTests {

	private static final TopicPartition A = new TopicPartition("a", 0);

	private static final TopicPartition B = new TopicPartition("b", 1);

	private final Map<TopicPartition, Assignment.Cursor> cursors = new HashMap<>();

	private final Gathering gathering = new Gathering(this.cursors::get);

	@Test
	void severalPollsAreOneBatchFromWhereReadingStoodToTheirEnd() {
		this.cursors.put(A, new Assignment.Cursor("id of a", 3));
		this.cursors.put(B, new Assignment.Cursor("id of b", 7));
		poll(A, 5, 6);
		poll(B, 7);
		poll(A, 8);
		assertThat(this.gathering.records()).isEqualTo(4);
		assertThat(this.gathering.bytes()).isEqualTo(4);
		assertThat(parts()).containsExactly("a-0 id of a 3 to 9: 5 6 8", "b-1 id of b 7 to 8: 7");
	}

	@Test
	void whatIsPausedIsNotGathered() {
		this.cursors.put(A, new Assignment.Cursor("id", 0));
		poll(A, 0);
		poll(B, 0);
		assertThat(parts()).containsExactly("a-0 id 0 to 1: 0");
	}

	@Test
	void whatWasReadOfAPartitionThatIsLostIsLeftOut() {
		this.cursors.put(A, new Assignment.Cursor("id", 0));
		this.cursors.put(B, new Assignment.Cursor("id", 0));
		poll(A, 0, 1);
		poll(B, 0);
		this.cursors.remove(A);
		assertThat(parts()).containsExactly("b-1 id 0 to 1: 0");
	}

	/** Although it stands at the same place: the records come again. */
	@Test
	void whenReadingBeginsAnewWhatWasReadBeforeIsLeftOut() {
		this.cursors.put(A, new Assignment.Cursor("id", 0));
		poll(A, 0, 1);
		this.cursors.put(A, new Assignment.Cursor("id", 0));
		assertThat(parts()).isEmpty();
		poll(A, 0);
		assertThat(parts()).containsExactly("a-0 id 0 to 1: 0");
	}

	@Test
	void whatIsForgottenIsNotInTheNextBatch() {
		this.cursors.put(A, new Assignment.Cursor("id", 0));
		poll(A, 0, 1);
		this.gathering.clear();
		assertThat(parts()).isEmpty();
		assertThat(this.gathering.records()).isZero();
		assertThat(this.gathering.bytes()).isZero();
		this.cursors.put(A, new Assignment.Cursor("id", 2));
		poll(A, 2);
		assertThat(parts()).containsExactly("a-0 id 2 to 3: 2");
	}

	private void poll(TopicPartition partition, long... offsets) {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		for (long offset : offsets) {
			records.add(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null,
					new byte[] { (byte) offset }));
		}
		this.gathering.add(new ConsumerRecords<>(Map.of(partition, records), Map.of()));
	}

	private List<String> parts() {
		return this.gathering.batch().parts().stream().map(GatheringTests::text).toList();
	}

	private static String text(Batch.Part part) {
		StringBuilder text = new StringBuilder(part.topic() + "-" + part.partition() + " " + part.topicId() + " "
				+ part.from() + " to " + part.to() + ":");
		IntStream.range(0, part.records().size()).forEach((index) -> {
			assertThat(part.records().message(index)).containsExactly((byte) part.records().offset(index));
			text.append(' ').append(part.records().offset(index));
		});
		return text.toString();
	}

}
