package io.planstream.consumer.reject;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A row of a source file that cannot be read or breaks the contract.
 */
@Entity
@Immutable
@Table(name = "rejected_row")
public class RejectedRow {

	@EmbeddedId
	private Id id;

	private int fileNo;

	private long line;

	private String dataset;

	private String columnName;

	private String reason;

	private String message;

	@Column(length = 16 * 1024)
	private String rawText;

	private long rawLength;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String rawSha256;

	protected RejectedRow() {
	}

	@Override
	public String toString() {
		return this.id + " of file " + this.fileNo + " (" + this.dataset + "), line " + this.line + ", column "
				+ this.columnName + ": " + this.reason + ", " + this.message + "; " + this.rawLength
				+ " bytes, SHA-256 " + this.rawSha256 + ": " + this.rawText;
	}

	/**
	 * Names a rejected row.
	 *
	 * @param runId the run
	 * @param slice slice of the run
	 * @param sequence its place among the rejects of the slice
	 */
	@Embeddable
	record Id(@JdbcTypeCode(SqlTypes.CHAR) String runId, int slice, long sequence) implements Serializable {
	}

}
