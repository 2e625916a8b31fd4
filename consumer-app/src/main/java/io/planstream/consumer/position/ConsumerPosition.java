package io.planstream.consumer.position;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * How far a partition is applied: everything before the next offset, nothing from it on.
 */
@Entity
@Table(name = "consumer_position")
public class ConsumerPosition {

	@EmbeddedId
	private PartitionId id;

	private String topicId;

	private long nextOffset;

	protected ConsumerPosition() {
	}

	/**
	 * Names the partition.
	 * @return its key
	 */
	public PartitionId id() {
		return this.id;
	}

	/**
	 * The identity of the topic whose offsets these are.
	 * @return as Kafka writes it; a topic made again has another one
	 */
	public String topicId() {
		return this.topicId;
	}

	/**
	 * The offset to be applied next.
	 * @return an offset of that topic
	 */
	public long nextOffset() {
		return this.nextOffset;
	}

	/**
	 * Moves the position; stored with the transaction around it.
	 * @param offset the offset to be applied next
	 */
	public void moveTo(long offset) {
		this.nextOffset = offset;
	}

}
