package io.planstream.model.apply;

/**
 * What became of a batch.
 */
public sealed interface Outcome {

	/**
	 * Everything in it is committed, now or before.
	 *
	 * @param tally what became of its records
	 */
	record Applied(Tally tally) implements Outcome {
	}

	/**
	 * A stored position is not where this reader believes it to be: the rest of the batch
	 * was not written, and reading has to go on from the stored positions.
	 */
	record PositionMoved() implements Outcome {
	}

}
