package io.planstream.local.stack;

import java.util.Locale;

import io.planstream.local.home.StackState;

/**
 * What applies the topics to the tables. Either may take over from another at any time.
 */
public enum Engine {

	/** The Spring application. */
	CONSUMER,

	/** Spark in one process. */
	SPARK,

	/** Spark on a standalone cluster of a master and two workers. */
	SPARK_CLUSTER;

	/** The engine of the processes that are remembered. */
	static Engine of(StackState state) {
		if (state.processes().containsKey(SparkServices.MASTER)) {
			return SPARK_CLUSTER;
		}
		return state.processes().containsKey(SparkServices.DRIVER) ? SPARK : CONSUMER;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
