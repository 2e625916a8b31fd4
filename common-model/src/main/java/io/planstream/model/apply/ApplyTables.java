package io.planstream.model.apply;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.planstream.model.aggregate.Change;
import io.planstream.model.position.StoredPosition;

/**
 * The tables as one transaction at READ COMMITTED sees them. What is locked stays locked
 * until it ends. For one transaction.
 */
public interface ApplyTables {

	/**
	 * Locks the position of a partition: one row by its whole key, so that no other
	 * partition's row is waited for.
	 * @param topic the topic
	 * @param partition its partition
	 * @return the position, unless there is none
	 */
	Optional<StoredPosition> lockPosition(String topic, int partition);

	/**
	 * Moves a locked position.
	 * @param topic the topic
	 * @param partition its partition
	 * @param nextOffset the offset to be applied next
	 */
	void movePosition(String topic, int partition, long nextOffset);

	/**
	 * Locks a run against deletion; others may lock it in the same way at the same time.
	 * @param runId its written identity
	 * @return the run, unless there is none of that name
	 */
	Optional<LockedRun> lockRun(String runId);

	/**
	 * Looks for a run that is running under a later contract than this release's.
	 * @param contractVersion the version of this release
	 * @return the identity of one, if there is any
	 */
	Optional<String> runUnderLaterContract(int contractVersion);

	/**
	 * Reads watermarks.
	 * @param runId the run
	 * @param topic the topic
	 * @param slices slices of the run
	 * @param partitions partitions of the topic
	 * @return those that there are of all pairs of the given slices and partitions
	 */
	List<Watermark> watermarks(String runId, String topic, Collection<Integer> slices, Collection<Integer> partitions);

	/**
	 * Runs the statement of a change over all of its rows, in their order.
	 * @param change statement and rows; without rows nothing happens
	 */
	void execute(Change change);

}
