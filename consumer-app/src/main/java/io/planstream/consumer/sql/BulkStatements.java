package io.planstream.consumer.sql;

import io.planstream.model.aggregate.Change;

/**
 * A repository fragment for what JPA cannot do: one statement over many rows that adds to
 * them or leaves them as they are. It takes part in the transaction around it and sees
 * what that transaction's entities have changed.
 */
public interface BulkStatements {

	/**
	 * Runs the statement of a change over all of its rows, in their order. With
	 * {@code rewriteBatchedStatements=true} the server sees one statement for each
	 * thousand rows.
	 * @param change statement and rows; without rows nothing happens
	 * @return rows that the server says are affected, as far as it says so
	 */
	int execute(Change change);

}
