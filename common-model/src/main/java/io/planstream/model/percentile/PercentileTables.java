package io.planstream.model.percentile;

import java.util.Optional;

import io.planstream.model.aggregate.Change;

/**
 * The tables of percentiles as one transaction at READ COMMITTED sees them. For one
 * transaction.
 */
public interface PercentileTables {

	/**
	 * Locks the mark of a group that nobody else holds: neither an applier that is about
	 * to commit a change of it, nor another refresher.
	 * @return the group, unless no such mark is there
	 */
	Optional<PercentileGroup> lockStale();

	/**
	 * Reads the histogram of a group, over all markets and metal levels.
	 * @param group the group
	 * @return how many prices each bucket holds
	 */
	Distribution distribution(PercentileGroup group);

	/**
	 * Runs the statement of a change.
	 * @param change statement and rows
	 */
	void execute(Change change);

}
