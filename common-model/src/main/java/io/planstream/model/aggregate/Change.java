package io.planstream.model.aggregate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * What a batch of records does to one table: one statement, run over many rows.
 *
 * @param table name of the table
 * @param sql the statement, with one parameter a column
 * @param rows the parameters (String, Integer, Long, Boolean, java.time.LocalDate,
 * java.time.LocalDateTime or null), in the order of the primary key, one row a key
 * @param literal whether the statement is an insert of numbers and short texts, so that
 * its rows can be written into it
 */
public record Change(String table, String sql, List<Object[]> rows, boolean literal) {

	/** How many rows are sent at once: the server sees one statement for them. */
	public static final int ROWS_PER_STATEMENT = 1000;

	/**
	 * A change by any statement, which gets its rows as parameters.
	 * @param table name of the table
	 * @param sql the statement, with one parameter a column
	 * @param rows the parameters, of any type that JDBC knows
	 */
	public Change(String table, String sql, List<Object[]> rows) {
		this(table, sql, rows, false);
	}

	/**
	 * Runs the statement over all of its rows, in their order. With
	 * {@code rewriteBatchedStatements=true} the server sees one statement for each
	 * thousand rows, whichever way they are sent.
	 * @param connection the connection
	 * @return rows that the server says are affected, as far as it says so
	 * @throws SQLException if the server refuses a row
	 */
	public int executeOn(Connection connection) throws SQLException {
		int affected = 0;
		for (int begin = 0; begin < this.rows.size(); begin += ROWS_PER_STATEMENT) {
			List<Object[]> some = this.rows.subList(begin, Math.min(begin + ROWS_PER_STATEMENT, this.rows.size()));
			affected += this.literal ? executeText(connection, some) : executeBatch(connection, some);
		}
		return affected;
	}

	/**
	 * The driver keeps an object for each parameter of a batch, which takes five times as
	 * long as writing the text: the largest part of what applying a batch took.
	 */
	private int executeText(Connection connection, List<Object[]> some) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			return statement.executeUpdate(Literals.insert(this.sql, some));
		}
	}

	private int executeBatch(Connection connection, List<Object[]> some) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.sql)) {
			for (Object[] row : some) {
				for (int i = 0; i < row.length; i++) {
					statement.setObject(i + 1, row[i]);
				}
				statement.addBatch();
			}
			return Arrays.stream(statement.executeBatch()).filter((count) -> count > 0).sum();
		}
	}

}
