package io.planstream.model.flow;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToIntFunction;

import io.planstream.model.aggregate.Change;

/**
 * Removes figures that are old. Each step is a short transaction of its own and each turn
 * has few of them: no lock is held for long, and other periodic work goes on. Any number
 * may work at the same time.
 */
public final class FlowRetention {

	/** How many rows go in one transaction. */
	public static final int ROWS_PER_STEP = 1000;

	/** More rows than come between two turns, from hundreds of partitions. */
	private static final int STEPS_PER_TURN = 10;

	/** In the order of the primary key: a range of it is locked and nothing else. */
	private static final String SQL = "delete from flow where second < ? order by second, dataset, topic, `partition` limit "
			+ ROWS_PER_STEP;

	private FlowRetention() {
	}

	/**
	 * Removes figures, at most ten thousand rows.
	 * @param limit those of earlier seconds are removed
	 * @param step runs a change in a transaction of its own and says how many rows it
	 * removed
	 */
	public static void removeBefore(Instant limit, ToIntFunction<Change> step) {
		Change removal = new Change("flow", SQL,
				List.<Object[]>of(new Object[] { LocalDateTime.ofInstant(limit, ZoneOffset.UTC) }));
		for (int turn = 0; turn < STEPS_PER_TURN && step.applyAsInt(removal) == ROWS_PER_STEP; turn++) {
			continue;
		}
	}

}
