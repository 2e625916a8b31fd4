package io.planstream.consumer.run;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One ingestion of a set of source files.
 */
@Entity
@Immutable
@Table(name = "run")
class Run {

	@Id
	@JdbcTypeCode(SqlTypes.CHAR)
	private String runId;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String contentHash;

	private int ordinal;

	private int contractVersion;

	private int partitions;

	private String state;

	private int attempt;

	private Instant createdAt;

	private Instant finishedAt;

	protected Run() {
	}

	@Override
	public String toString() {
		return "Run " + this.runId + " of content " + this.contentHash + "#" + this.ordinal + " under contract "
				+ this.contractVersion + " on " + this.partitions + " partitions: " + this.state + ", attempt "
				+ this.attempt + ", " + this.createdAt + " to " + this.finishedAt;
	}

}
