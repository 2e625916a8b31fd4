package io.planstream.consumer.rate;

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
 * Premiums by price band; every rate row.
 */
@Entity
@Immutable
@Table(name = "rate_by_band")
class RateByBand {

	@EmbeddedId
	private Key key;

	@Embedded
	private Counts counts;

	protected RateByBand() {
	}

	@Override
	public String toString() {
		return this.key + ": " + this.counts;
	}

	/**
	 * Names a row: run, plan year and state, then the grain.
	 */
	@Embeddable
	record Key(@JdbcTypeCode(SqlTypes.CHAR) String runId, int businessYear, String stateCode, String market,
			String coverage, String metalLevel, int band) implements Serializable {
	}

	/**
	 * Rows with a price and without, and the sum of the prices in cents.
	 */
	@Embeddable
	record Counts(long rates, long setAside, long premiumCents) {
	}

}
