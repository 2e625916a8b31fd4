package io.planstream.model.percentile;

import io.planstream.model.aggregate.HistogramBuckets;

/**
 * How many prices each bucket holds. For one thread.
 */
public final class Distribution {

	private final long[] counts = new long[HistogramBuckets.count()];

	private long rates;

	/**
	 * Adds prices.
	 * @param bucket their bucket
	 * @param count how many
	 */
	public void add(int bucket, long count) {
		this.counts[bucket] += count;
		this.rates += count;
	}

	long rates() {
		return this.rates;
	}

	/**
	 * The nearest-rank percentile: the smallest price that at least the given share of
	 * prices does not exceed, as the middle of its bucket.
	 * @param percent 1 to 100
	 * @return cents; there must be a price
	 */
	long percentile(int percent) {
		long rank = (this.rates * percent + 99) / 100;
		int bucket = 0;
		for (long below = this.counts[0]; below < rank; below += this.counts[bucket]) {
			bucket++;
		}
		return HistogramBuckets.middle(bucket);
	}

}
