package io.planstream.consumer.apply;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Rows of a file by year and state; reconciliation counts here.
 */
@Entity
@Immutable
@Table(name = "dataset_total")
class DatasetTotal {

	@EmbeddedId
	private Key key;

	private long aggregatedRows;

	private long setAsideRows;

	protected DatasetTotal() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.aggregatedRows + " aggregated, " + this.setAsideRows + " set aside";
	}

	/**
	 * Names a total.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, String dataset, int businessYear, String stateCode,
			int fileNo) implements Serializable {
	}

}
