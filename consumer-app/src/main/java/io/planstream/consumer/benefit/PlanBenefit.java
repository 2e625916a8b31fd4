package io.planstream.consumer.benefit;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a plan variant covers; every benefit row.
 */
@Entity
@Immutable
@Table(name = "plan_benefit")
class PlanBenefit {

	@EmbeddedId
	private Key key;

	@Embedded
	private Benefits benefits;

	protected PlanBenefit() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.benefits;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode,
			String planId) implements Serializable {
	}

	/**
	 * How many benefits.
	 */
	@Embeddable
	record Benefits(long benefitRows, long benefitsCovered, long benefitsExcluded, long benefitsLimited,
			long benefitsEhb) {
	}

}
