package io.planstream.benchmark.contender;

import io.planstream.benchmark.ground.Rounds;
import io.planstream.benchmark.measure.Repetition;

/**
 * A contender that runs. For one thread.
 */
public interface Trial extends AutoCloseable {

	/**
	 * Does the work once, after a warm-up if there is one.
	 * @param rounds the files
	 * @return what it gave with the files that count
	 * @throws Exception if it fails, or does not do all of the work
	 */
	Repetition run(Rounds rounds) throws Exception;

	@Override
	default void close() {
	}

}
