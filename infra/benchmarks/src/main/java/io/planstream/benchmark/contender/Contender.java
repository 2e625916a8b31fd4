package io.planstream.benchmark.contender;

import io.planstream.benchmark.ground.Ground;

/**
 * Something that is measured. Immutable.
 */
public interface Contender {

	/**
	 * What it is called.
	 * @return the label
	 */
	Label label();

	/**
	 * How many rows it is measured with.
	 * @return the amount
	 */
	default Amount amount() {
		return Amount.ALL;
	}

	/**
	 * Whether a first repetition, with few rows, is of use.
	 * @return whether there is a warm-up
	 */
	default boolean warmsUp() {
		return true;
	}

	/**
	 * Gets ready to be measured.
	 * @param ground where to run
	 * @return what is repeated
	 * @throws Exception if it cannot run
	 */
	Trial begin(Ground ground) throws Exception;

}
