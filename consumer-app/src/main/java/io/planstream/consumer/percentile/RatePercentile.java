package io.planstream.consumer.percentile;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * Percentiles of a group, in cents, within 1 %.
 */
@Entity
@Table(name = "rate_percentile")
class RatePercentile {

	@EmbeddedId
	private PercentileGroup group;

	private long rates;

	@Column(name = "p25_cents")
	private long p25Cents;

	private long medianCents;

	@Column(name = "p75_cents")
	private long p75Cents;

	protected RatePercentile() {
	}

	RatePercentile(PercentileGroup group, Distribution distribution) {
		this.group = group;
		this.rates = distribution.rates();
		this.p25Cents = distribution.percentile(25);
		this.medianCents = distribution.percentile(50);
		this.p75Cents = distribution.percentile(75);
	}

	@Override
	public String toString() {
		return this.group + ": " + this.rates + " rates, " + this.p25Cents + ", " + this.medianCents + ", "
				+ this.p75Cents;
	}

}
