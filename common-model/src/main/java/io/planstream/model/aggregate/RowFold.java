package io.planstream.model.aggregate;

import java.util.List;

import io.planstream.model.record.PublishedRecord;

/**
 * What the rows of one dataset add to its tables. For one thread.
 */
public interface RowFold {

	/**
	 * Adds a row.
	 * @param run its run, as the tables name it
	 * @param record a record of the fold's dataset
	 */
	void add(String run, PublishedRecord.OfRow record);

	/**
	 * The changes so far.
	 * @return one for each table that is touched, always in the same order
	 */
	List<Change> changes();

}
