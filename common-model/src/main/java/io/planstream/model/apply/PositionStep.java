package io.planstream.model.apply;

/**
 * What to do with a batch of one partition, given the stored position.
 */
public enum PositionStep {

	/** The batch follows the position: apply it. */
	APPLY,

	/** The batch begins before the position and ends behind it: apply what is behind. */
	APPLY_REST,

	/** The batch is applied already: nothing to do. */
	SKIP,

	/** The position is before the batch: write nothing, read on from the position. */
	SEEK;

	/**
	 * Decides.
	 * @param stored next offset to be applied, as locked in the transaction
	 * @param from offset that the reader took the batch from, tracked and never taken
	 * from the first record
	 * @param to offset after the last record of the batch
	 * @return the step
	 */
	public static PositionStep decide(long stored, long from, long to) {
		if (stored < from) {
			return SEEK;
		}
		if (stored >= to) {
			return SKIP;
		}
		return (stored == from) ? APPLY : APPLY_REST;
	}

}
