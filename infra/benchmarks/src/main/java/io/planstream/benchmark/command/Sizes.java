package io.planstream.benchmark.command;

import io.planstream.benchmark.contender.Amount;

/**
 * How large the files of each contender are.
 *
 * @param scale the scale that was asked for
 * @param rows about how many rates slow contenders get at the most
 */
record Sizes(double scale, long rows) {

	/** Rates at scale 1. */
	private static final double ALL_RATES = 12_694_445;

	/**
	 * About 1.25 million rates, half a minute at the most: enough to have all code
	 * compiled that matters.
	 */
	private static final double WARM_UP = 0.1;

	double of(Amount amount) {
		double share = this.scale * amount.share();
		double most = amount.few() ? this.rows / ALL_RATES : 1;
		return Math.max(Math.min(share, most), amount.leastRates() / ALL_RATES);
	}

	/** The slow ones would need as long for so many as the others for all of theirs. */
	double warmUp(Amount amount) {
		return amount.few() ? of(amount) * WARM_UP : Math.min(of(amount), WARM_UP);
	}

}
