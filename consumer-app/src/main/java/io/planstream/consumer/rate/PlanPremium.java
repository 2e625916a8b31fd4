package io.planstream.consumer.rate;

import java.io.Serializable;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a plan costs over all rating areas; rate rows with a price at ages 21, 40 and 60.
 */
@Entity
@Immutable
@Table(name = "plan_premium")
class PlanPremium {

	@EmbeddedId
	private Key key;

	@Embedded
	private Prices prices;

	protected PlanPremium() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.prices;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode,
			String standardComponentId) implements Serializable {
	}

	/**
	 * How many prices there are at each age, and their sums in cents.
	 */
	@Embeddable
	record Prices(@Column(name = "rates_21") long rates21, @Column(name = "cents_21") long cents21,
			@Column(name = "rates_40") long rates40, @Column(name = "cents_40") long cents40,
			@Column(name = "rates_60") long rates60, @Column(name = "cents_60") long cents60) {
	}

}
