package io.planstream.model.apply;

import java.util.Comparator;
import java.util.List;

/**
 * What one read brought, to be applied in one transaction.
 *
 * @param parts one for each partition, in the order in which rows are locked
 */
public record Batch(List<Part> parts) {

	static final Comparator<Part> LOCK_ORDER = Comparator.comparing(Part::topic).thenComparing(Part::partition);

	public Batch {
		parts = parts.stream().sorted(LOCK_ORDER).toList();
	}

	/**
	 * The records of one partition.
	 *
	 * @param topic the topic
	 * @param partition its partition
	 * @param topicId identity of the topic the offsets belong to
	 * @param from offset that reading went on from, as tracked
	 * @param to offset after the last record
	 * @param records in the order of their offsets
	 */
	public record Part(String topic, int partition, String topicId, long from, long to, SourceRecords records) {
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
		long at = part.records().offset(middle);
		Part first = new Part(part.topic(), part.partition(), part.topicId(), part.from(), at,
				part.records().range(0, middle));
		Part second = new Part(part.topic(), part.partition(), part.topicId(), at, part.to(),
				part.records().range(middle, part.records().size()));
		return List.of(new Batch(List.of(first)), new Batch(List.of(second)));
	}

}
