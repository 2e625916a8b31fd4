package io.planstream.consumer.rate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * The bounds of a bucket of {@link RateHistogram}, in cents; the same as those of
 * {@link io.planstream.model.aggregate.HistogramBuckets}.
 */
@Entity
@Immutable
@Table(name = "histogram_bucket")
class HistogramBucket {

	@Id
	private int bucket;

	private long fromCents;

	private long toCents;

	protected HistogramBucket() {
	}

	@Override
	public String toString() {
		return this.bucket + ": " + this.fromCents + " to " + this.toCents;
	}

}
