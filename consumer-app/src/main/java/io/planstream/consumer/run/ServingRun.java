package io.planstream.consumer.run;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The run whose aggregates the views show for a dataset and year.
 */
@Entity
@Immutable
@Table(name = "serving_run")
class ServingRun {

	@EmbeddedId
	private Id id;

	@JdbcTypeCode(SqlTypes.CHAR)
	private String runId;

	private Instant since;

	protected ServingRun() {
	}

	@Override
	public String toString() {
		return this.id + " is served by " + this.runId + " since " + this.since;
	}

	/**
	 * What is served.
	 *
	 * @param dataset the dataset
	 * @param businessYear the plan year
	 */
	@Embeddable
	record Id(String dataset, int businessYear) implements Serializable {
	}

}
