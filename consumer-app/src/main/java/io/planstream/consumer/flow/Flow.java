package io.planstream.consumer.flow;

import java.io.Serializable;
import java.time.LocalDateTime;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * What was applied in a second of one dataset in one partition.
 */
@Entity
@Immutable
@Table(name = "flow")
class Flow {

	@EmbeddedId
	private Key key;

	private long rowsApplied;

	private long rowsRejected;

	private long delayMillis;

	private long maxDelayMillis;

	protected Flow() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.rowsApplied + " applied, " + this.rowsRejected + " rejected, delay "
				+ this.delayMillis + " ms, at most " + this.maxDelayMillis + " ms";
	}

	/**
	 * Names a row; partitions do not wait for each other.
	 *
	 * @param second when the rows were applied, UTC
	 * @param dataset the dataset, also of rejects
	 * @param topic the topic they came from
	 * @param partition its partition
	 */
	@Embeddable
	record Key(LocalDateTime second, String dataset, String topic,
			@Column(name = "`partition`") int partition) implements Serializable {
	}

}
