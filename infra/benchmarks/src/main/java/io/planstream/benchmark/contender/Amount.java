package io.planstream.benchmark.contender;

/**
 * How many rows a contender gets.
 *
 * @param share of the scale that was asked for
 * @param few whether it is at most the rows of slow contenders
 * @param leastRates how many rates it needs whatever the scale, about
 */
public record Amount(double share, boolean few, long leastRates) {

	/** The scale that was asked for. */
	public static final Amount ALL = new Amount(1, false, 0);

	/** At most the rows of slow contenders. */
	public static final Amount FEW = new Amount(1, true, 0);

	/**
	 * A part of the scale that was asked for.
	 * @param share which part
	 * @return the amount
	 */
	public static Amount part(double share) {
		return new Amount(share, false, 0);
	}

	/**
	 * The scale that was asked for, or as much more as is needed.
	 * @param rates about so many rates
	 * @return the amount
	 */
	public static Amount atLeast(long rates) {
		return new Amount(1, false, rates);
	}

}
