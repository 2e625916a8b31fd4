package io.planstream.spark.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.planstream.model.aggregate.Change;

/**
 * Statements on a connection.
 */
final class Rows {

	private Rows() {
	}

	/**
	 * Reads a row.
	 *
	 * @param <T> what it becomes
	 */
	@FunctionalInterface
	interface Reader<T> {

		T read(ResultSet row) throws SQLException;

	}

	static <T> List<T> query(Connection connection, String sql, Reader<T> reader, Object... parameters)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			set(statement, parameters);
			try (ResultSet rows = statement.executeQuery()) {
				List<T> found = new ArrayList<>();
				while (rows.next()) {
					found.add(reader.read(rows));
				}
				return found;
			}
		}
	}

	/**
	 * Runs the statement of a change over all of its rows, in their order.
	 * @return rows that the server says are affected, as far as it says so
	 */
	static int execute(Connection connection, Change change) throws SQLException {
		if (change.rows().isEmpty()) {
			return 0;
		}
		int affected = 0;
		try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
			int waiting = 0;
			for (Object[] row : change.rows()) {
				set(statement, row);
				statement.addBatch();
				if (++waiting == Change.ROWS_PER_STATEMENT) {
					affected += sum(statement.executeBatch());
					waiting = 0;
				}
			}
			return affected + sum(statement.executeBatch());
		}
	}

	private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
		for (int i = 0; i < parameters.length; i++) {
			statement.setObject(i + 1, parameters[i]);
		}
	}

	private static int sum(int[] affected) {
		return Arrays.stream(affected).filter((rows) -> rows > 0).sum();
	}

}
