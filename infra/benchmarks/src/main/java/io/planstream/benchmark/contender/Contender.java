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
	 * Whether the processes that are measured do the work with fewer rows first, in each
	 * repetition: programs that stay up are measured when their code is compiled.
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
