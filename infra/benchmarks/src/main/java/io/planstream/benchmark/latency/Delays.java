package io.planstream.benchmark.latency;

/**
 * Delays in milliseconds, counted. For one thread.
 */
final class Delays {

	private static final int LONGEST = 600_000;

	private final long[] counts = new long[LONGEST + 1];

	private long total;

	private long first = Long.MAX_VALUE;

	private long last = Long.MIN_VALUE;

	void add(long published, long seen) {
		this.counts[(int) Math.max(0, Math.min(LONGEST, seen - published))]++;
		this.total++;
		this.first = Math.min(this.first, published);
		this.last = Math.max(this.last, published);
	}

	/** How fast the rows were published. */
	double rowsPerSecond() {
		return this.total * 1000.0 / Math.max(1, this.last - this.first);
	}

	long total() {
		return this.total;
	}

	/** The smallest delay that so many percent of all do not exceed. */
	double percentile(double percent) {
		long rank = (long) Math.ceil(this.total * percent / 100);
		long seen = 0;
		for (int millis = 0; millis <= LONGEST; millis++) {
			seen += this.counts[millis];
			if (seen >= rank && seen > 0) {
				return millis;
			}
		}
		throw new IllegalStateException("All rows were published in the first five seconds; take a larger scale");
	}

}
