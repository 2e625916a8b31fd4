package io.planstream.consumer.percentile;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * Percentiles of a group, in cents, within 1 %.
 */
@Entity
@Immutable
@Table(name = "rate_percentile")
class RatePercentile {

	@EmbeddedId
	private GroupId group;

	private long rates;

	@Column(name = "p25_cents")
	private long p25Cents;

	private long medianCents;

	@Column(name = "p75_cents")
	private long p75Cents;

	protected RatePercentile() {
	}

	@Override
	public String toString() {
		return this.group + ": " + this.rates + " rates, " + this.p25Cents + ", " + this.medianCents + ", "
				+ this.p75Cents;
	}

}
