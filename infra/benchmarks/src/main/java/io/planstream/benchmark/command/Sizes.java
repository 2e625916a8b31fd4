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

	/** About 125,000 rates: enough to have all code compiled that matters. */
	private static final double WARM_UP = 0.01;

	double of(Amount amount) {
		double share = this.scale * amount.share();
		double most = amount.few() ? this.rows / ALL_RATES : 1;
		return Math.max(Math.min(share, most), amount.leastRates() / ALL_RATES);
	}

	double warmUp(Amount amount) {
		return Math.min(of(amount), WARM_UP);
	}

}
