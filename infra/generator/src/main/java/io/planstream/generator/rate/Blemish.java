package io.planstream.generator.rate;

import io.planstream.generator.market.Draws;

/**
 * A rare fault in a single rate row; a handful in a hundred thousand rows.
 */
enum Blemish {

	/** No fault. */
	NONE,

	/** The rate has a third decimal. */
	THIRD_DECIMAL,

	/** The rate is missing. */
	NO_RATE,

	/** The tobacco rate is zero, if there is one. */
	NO_TOBACCO_RATE;

	// Per price list of some 46 rows.
	private static final int PER_MILLION = 4_600;

	/** Draw the fault of one row in a price list. */
	static Blemish draw(Draws draws) {
		if (draws.below(1_000_000) >= PER_MILLION) {
			return NONE;
		}
		return values()[1 + draws.weighted(80, 12, 8)];
	}

}
