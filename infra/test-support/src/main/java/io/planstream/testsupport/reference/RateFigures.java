package io.planstream.testsupport.reference;

/**
 * What a group of rates amounts to.
 *
 * @param rates rows with a price
 * @param setAside rows whose rate is no price
 * @param sumCents sum of the prices
 * @param minCents the least price, null if there is none
 * @param maxCents the greatest price, null if there is none
 */
public record RateFigures(long rates, long setAside, long sumCents, Long minCents, Long maxCents) {

	static final RateFigures NONE = new RateFigures(0, 0, 0, null, null);

	/**
	 * Add two groups.
	 * @param other a group that has no row in common with this one
	 * @return what both amount to together
	 */
	public RateFigures plus(RateFigures other) {
		return new RateFigures(this.rates + other.rates, this.setAside + other.setAside, this.sumCents + other.sumCents,
				least(this.minCents, other.minCents), greatest(this.maxCents, other.maxCents));
	}

	RateFigures plus(Amount rate) {
		if (!rate.isPrice()) {
			return plus(new RateFigures(0, 1, 0, null, null));
		}
		long cents = rate.cents();
		return plus(new RateFigures(1, 0, cents, cents, cents));
	}

	private static Long least(Long one, Long other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return Math.min(one, other);
	}

	private static Long greatest(Long one, Long other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return Math.max(one, other);
	}

}
