package io.planstream.consumer.reject;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A published record that can never be applied.
 */
@Entity
@Immutable
@Table(name = "dead_letter")
public class DeadLetter {

	@EmbeddedId
	private Id id;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String runId;

	private Integer slice;

	private Long sequence;

	private String reason;

	private String message;

	@Column(length = 1024 * 1024)
	private byte[] payload;

	private Instant createdAt;

	protected DeadLetter() {
	}

	@Override
	public String toString() {
		return this.id + ": " + this.reason + ", " + this.message + " (run " + this.runId + ", slice " + this.slice
				+ ", sequence " + this.sequence + "; " + this.payload.length + " bytes kept at " + this.createdAt + ")";
	}

	/**
	 * Names a dead letter: the same record read again is the same dead letter.
	 *
	 * @param topic the topic
	 * @param partition its partition
	 * @param recordOffset its offset there
	 * @param topicId identity of the topic
	 */
	@Embeddable
	record Id(String topic, @Column(name = "`partition`") int partition, long recordOffset,
			String topicId) implements Serializable {
	}

}
