package io.planstream.consumer.crosswalk;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What became of a plan; every crosswalk row.
 */
@Entity
@Immutable
@Table(name = "crosswalk_plan")
class CrosswalkPlan {

	@EmbeddedId
	private Key key;

	private long crosswalkRows;

	protected CrosswalkPlan() {
	}

	@Override
	public String toString() {
		return this.key + ": crosswalk rows " + this.crosswalkRows;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String fromPlanId,
			String toPlanId, int crosswalkLevel, int reason, String coverage, String fromMetalLevel,
			String toMetalLevel) implements Serializable {
	}

}
