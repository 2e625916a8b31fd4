package io.planstream.spark.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work in a transaction.
 *
 * @param <T> type of the result
 */
@FunctionalInterface
interface SqlWork<T> {

	/**
	 * Does the work.
	 * @param connection a connection whose transaction has begun
	 * @return the result
	 * @throws SQLException if the server refuses
	 */
	T run(Connection connection) throws SQLException;

}
