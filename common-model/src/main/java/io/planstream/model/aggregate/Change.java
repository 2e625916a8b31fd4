package io.planstream.model.aggregate;

import java.util.List;

/**
 * What a batch of records does to one table: one statement, to be run as a JDBC batch
 * over the rows.
 *
 * @param table name of the table
 * @param sql insert-or-add with one parameter a column
 * @param rows the parameters (String, Integer, Long, Boolean, java.time.LocalDate or
 * null), in the order of the primary key, one row a key
 */
public record Change(String table, String sql, List<Object[]> rows) {

	/**
	 * How many rows are sent at once: with {@code rewriteBatchedStatements=true} the
	 * server sees one statement for them.
	 */
	public static final int ROWS_PER_STATEMENT = 1000;

}
