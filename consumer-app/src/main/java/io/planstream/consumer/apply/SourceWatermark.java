package io.planstream.consumer.apply;

import java.io.Serializable;

import io.planstream.model.RunId;
import io.planstream.model.apply.Watermark;
import io.planstream.model.apply.WatermarkKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How far one stream of sequences is applied; written in bulk.
 */
@Entity
@Immutable
@Table(name = "source_watermark")
class SourceWatermark {

	@EmbeddedId
	private Id id;

	private long lastSequence;

	private long appliedRows;

	private long deadLetteredRows;

	private long duplicates;

	private long gaps;

	private boolean ended;

	protected SourceWatermark() {
	}

	Watermark toWatermark() {
		return new Watermark(this.id.toKey(), this.lastSequence, this.appliedRows, this.deadLetteredRows,
				this.duplicates, this.gaps, this.ended);
	}

	/**
	 * Names a stream.
	 *
	 * @param runId the run
	 * @param topic the topic
	 * @param slice slice of the run
	 * @param partition partition of the topic
	 */
	@Embeddable
	record Id(@JdbcTypeCode(SqlTypes.CHAR) String runId, String topic, int slice,
			@Column(name = "`partition`") int partition) implements Serializable {

		WatermarkKey toKey() {
			return new WatermarkKey(RunId.parse(this.runId), this.topic, this.slice, this.partition);
		}

	}

}
