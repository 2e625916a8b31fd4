package io.planstream.model.aggregate;

import java.util.Arrays;

/**
 * Logarithmic buckets of prices, 2 % wide, at integer cents: below one dollar each cent
 * has its own, and any price of a bucket is within 1 % of the bucket's middle. The same
 * table stands in {@code histogram_bucket}.
 */
public final class HistogramBuckets {

	/** The bucket of rows that are set aside. */
	public static final int SET_ASIDE = -1;

	private static final long LAST_BOUND = 1_000_000_000L;

	private static final long[] BOUNDS = bounds();

	private HistogramBuckets() {
	}

	/**
	 * The bucket of a price.
	 * @param cents at least 1; at most {@link io.planstream.model.csv.Fields#MAX_CENTS}
	 * @return 0 to {@link #count()} - 1
	 */
	public static int of(long cents) {
		int found = Arrays.binarySearch(BOUNDS, 0, BOUNDS.length - 1, cents);
		return (found >= 0) ? found : -found - 2;
	}

	/**
	 * How many buckets there are.
	 * @return the count
	 */
	public static int count() {
		return BOUNDS.length - 1;
	}

	/**
	 * Where a bucket begins.
	 * @param bucket 0 to {@link #count()} - 1
	 * @return cents, inclusive
	 */
	public static long from(int bucket) {
		return BOUNDS[bucket];
	}

	/**
	 * Where a bucket ends.
	 * @param bucket 0 to {@link #count()} - 1
	 * @return cents, exclusive
	 */
	public static long to(int bucket) {
		return BOUNDS[bucket + 1];
	}

	/**
	 * The price that stands for a bucket: within 1 % of each of its prices.
	 * @param bucket 0 to {@link #count()} - 1
	 * @return cents, half up
	 */
	public static long middle(int bucket) {
		return (from(bucket) + to(bucket)) / 2;
	}

	private static long[] bounds() {
		long[] bounds = new long[1100];
		int count = 0;
		for (long bound = 1; bound < LAST_BOUND; bound = next(bound)) {
			bounds[count++] = bound;
		}
		long last = next(bounds[count - 1]);
		bounds[count++] = last;
		bounds[count++] = next(last);
		return Arrays.copyOf(bounds, count);
	}

	private static long next(long bound) {
		return Math.max(bound + 1, bound * 102 / 100);
	}

}
