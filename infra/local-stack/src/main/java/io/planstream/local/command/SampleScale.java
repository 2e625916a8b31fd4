package io.planstream.local.command;

import io.planstream.local.terminal.Problem;

/**
 * The sizes a synthetic data set can have.
 */
final class SampleScale {

	private SampleScale() {
	}

	static void require(double scale) {
		if (!(scale > 0 && scale <= 1)) {
			throw new Problem("WRONG_SCALE", "The scale " + scale + " is not above 0 and at most 1",
					"Use for example --scale 0.01; 1 is the size of the real data set.");
		}
	}

}
