package io.planstream.model.apply;

import java.time.Duration;

import io.planstream.model.reject.DeadLetters.Letter;

/**
 * Is told what is applied, for metrics and logs.
 */
public interface ApplyWatcher {

	/**
	 * A transaction is committed.
	 * @param tally what became of its records
	 * @param took from its first statement to its commit
	 */
	void committed(Tally tally, Duration took);

	/**
	 * A record can never be applied and becomes a dead letter.
	 * @param letter the record and why
	 */
	void buried(Letter letter);

}
