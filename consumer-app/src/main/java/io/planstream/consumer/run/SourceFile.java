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
 * One CSV of one dataset.
 */
@Entity
@Immutable
@Table(name = "source_file")
class SourceFile {

	@EmbeddedId
	private Id id;

	private String dataset;

	private String fileName;

	private long dataRows;

	protected SourceFile() {
	}

	@Override
	public String toString() {
		return this.id + " " + this.fileName + " (" + this.dataset + ", " + this.dataRows + " rows)";
	}

	/**
	 * Names a file.
	 *
	 * @param runId the run
	 * @param fileNo 1, 2, 3 ... in the run
	 */
	@Embeddable
	record Id(@JdbcTypeCode(SqlTypes.CHAR) String runId, int fileNo) implements Serializable {
	}

}
