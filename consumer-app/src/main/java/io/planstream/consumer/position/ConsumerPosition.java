package io.planstream.consumer.position;

import io.planstream.model.position.StoredPosition;
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
	 * What is stored.
	 * @return topic identity and offset
	 */
	public StoredPosition stored() {
		return new StoredPosition(this.topicId, this.nextOffset);
	}

	/**
	 * Moves the position; stored with the transaction around it.
	 * @param offset the offset to be applied next
	 */
	public void moveTo(long offset) {
		this.nextOffset = offset;
	}

}
