package io.planstream.benchmark.ground;

import io.planstream.benchmark.measure.Repetition;

/**
 * What the processes of a repetition work on, one after the other.
 *
 * @param warmUp what they work on first, which does not count, or null if they do not
 * warm up
 * @param measured what they are measured with
 */
public record Rounds(Sample warmUp, Sample measured) {

	/**
	 * Does the same work with each, in the same processes.
	 * @param round the work
	 * @return what it gave with the files that count
	 * @throws Exception if it fails, or does not do all of the work
	 */
	public Repetition run(Round round) throws Exception {
		if (this.warmUp != null) {
			round.run(this.warmUp);
		}
		return round.run(this.measured);
	}

	/**
	 * The work.
	 */
	@FunctionalInterface
	public interface Round {

		/**
		 * Does it once.
		 * @param sample the files
		 * @return what it gave
		 * @throws Exception if it fails, or does not do all of the work
		 */
		Repetition run(Sample sample) throws Exception;

	}

}
