package io.planstream.consumer.run;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A part of a source file that one worker reads.
 */
@Entity
@Immutable
@Table(name = "slice")
class Slice {

	@EmbeddedId
	private Id id;

	private int fileNo;

	private String dataset;

	private long rowsRead;

	private long rowsPublished;

	private long rowsRejected;

	private boolean ended;

	protected Slice() {
	}

	@Override
	public String toString() {
		return this.id + " of file " + this.fileNo + " (" + this.dataset + "): " + this.rowsRead + " read, "
				+ this.rowsPublished + " published, " + this.rowsRejected + " rejected" + (this.ended ? ", ended" : "");
	}

	/**
	 * Names a slice.
	 *
	 * @param runId the run
	 * @param slice 0, 1, 2 ... in the run
	 */
	@Embeddable
	record Id(@JdbcTypeCode(SqlTypes.CHAR) String runId, int slice) implements Serializable {
	}

}
