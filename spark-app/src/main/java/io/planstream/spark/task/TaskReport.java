package io.planstream.spark.task;

import java.io.Serializable;
import java.util.List;

import io.planstream.model.apply.Tally;

/**
 * What became of a task's records.
 *
 * @param executor the executor that worked
 * @param range what it was to apply
 * @param transactions what it committed, in order
 * @param deadLetters texts about records that can never be applied
 * @param outcome how it ended
 * @param reason why it did not finish, or null
 */
public record TaskReport(String executor, TopicRange range, List<Committed> transactions, List<String> deadLetters,
		End outcome, String reason) implements Serializable {

	/** How a task ends. */
	public enum End {

		/** Everything is committed, now or before. */
		APPLIED,

		/** The stored position is before the range: reading has to begin anew. */
		POSITION_MOVED,

		/** The database does not let it be applied now; what is committed stays. */
		INTERRUPTED

	}

	/**
	 * One committed transaction.
	 *
	 * @param tally what became of its records
	 * @param nanos from its first statement to its commit
	 */
	public record Committed(Tally tally, long nanos) implements Serializable {
	}

}
