package io.planstream.model.rate;

/**
 * Price bands for charts, which the buckets of the histogram are too fine for: 10 dollars
 * wide below 100, 50 below 1,000, 250 from there.
 */
final class PriceBand {

	/** The band of rows that are set aside. */
	static final int SET_ASIDE = -1;

	private PriceBand() {
	}

	/**
	 * The band of a price.
	 * @param cents the price
	 * @return its lower bound in whole dollars
	 */
	static int of(long cents) {
		int dollars = (int) (cents / 100);
		int width = (dollars < 100) ? 10 : (dollars < 1000) ? 50 : 250;
		return dollars - dollars % width;
	}

}
