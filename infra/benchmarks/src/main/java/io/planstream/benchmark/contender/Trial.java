package io.planstream.benchmark.contender;

import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.measure.Repetition;

/**
 * A contender that runs. For one thread.
 */
public interface Trial extends AutoCloseable {

	/**
	 * Does the work once.
	 * @param sample the files
	 * @return what it gave
	 * @throws Exception if it fails, or does not do all of the work
	 */
	Repetition run(Sample sample) throws Exception;

	@Override
	default void close() {
	}

}
