package io.planstream.spark.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

	private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
		for (int i = 0; i < parameters.length; i++) {
			statement.setObject(i + 1, parameters[i]);
		}
	}

}
