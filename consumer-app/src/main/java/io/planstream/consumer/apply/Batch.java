package io.planstream.consumer.apply;

import java.util.Comparator;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought, to be applied in one transaction.
 *
 * @param parts one for each partition, in the order in which rows are locked
 */
public record Batch(List<Part> parts) {

	private static final Comparator<Part> LOCK_ORDER = Comparator.comparing((Part part) -> part.partition().topic())
		.thenComparing((part) -> part.partition().partition());

	public Batch {
		parts = parts.stream().sorted(LOCK_ORDER).toList();
	}

	/**
	 * The records of one partition.
	 *
	 * @param partition the partition
	 * @param topicId identity of the topic the offsets belong to
	 * @param from offset that reading went on from, as tracked
	 * @param to offset after the last record
	 * @param records at least one, in order
	 */
	public record Part(TopicPartition partition, String topicId, long from, long to,
			List<ConsumerRecord<byte[], byte[]>> records) {

		/** The records that are not applied yet. */
		List<ConsumerRecord<byte[], byte[]>> since(long position) {
			int first = 0;
			while (first < this.records.size() && this.records.get(first).offset() < position) {
				first++;
			}
			return this.records.subList(first, this.records.size());
		}

	}

	boolean isSingleRecord() {
		return this.parts.size() == 1 && this.parts.get(0).records().size() == 1;
	}

	/** Two batches that give the same when applied one after the other. */
	List<Batch> halves() {
		if (this.parts.size() > 1) {
			int middle = this.parts.size() / 2;
			return List.of(new Batch(this.parts.subList(0, middle)),
					new Batch(this.parts.subList(middle, this.parts.size())));
		}
		Part part = this.parts.get(0);
		int middle = part.records().size() / 2;
		long at = part.records().get(middle).offset();
		Part first = new Part(part.partition(), part.topicId(), part.from(), at, part.records().subList(0, middle));
		Part second = new Part(part.partition(), part.topicId(), at, part.to(),
				part.records().subList(middle, part.records().size()));
		return List.of(new Batch(List.of(first)), new Batch(List.of(second)));
	}

}
