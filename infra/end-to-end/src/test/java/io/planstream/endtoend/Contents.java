package io.planstream.endtoend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcTemplate;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.testsupport.server.TestDatabase;

/**
 * Every table that the consumer's account may write, row by row and column by column, but
 * for the moments: when a dead letter was kept, and in which second a row was applied.
 */
final class Contents {

	private Contents() {
	}

	static Map<String, List<String>> of(TestDatabase database) {
		JdbcTemplate sql = database.root();
		List<String> tables = sql.queryForList(
				"select distinct table_name from information_schema.table_privileges where table_schema = database() "
						+ "and privilege_type = 'INSERT' and grantee like ?",
				String.class, "'" + DatabaseAccounts.CONSUMER + "'@%");
		Map<String, List<String>> contents = new TreeMap<>();
		tables.forEach((table) -> contents.put(table, rows(sql, "select * from " + table)));
		contents.put("dead_letter", rows(sql, "select topic, `partition`, record_offset, topic_id, run_id, slice, "
				+ "sequence, reason, message, hex(payload) from dead_letter"));
		contents.put("flow", rows(sql, "select dataset, topic, `partition`, sum(rows_applied), sum(rows_rejected) "
				+ "from flow group by dataset, topic, `partition`"));
		return contents;
	}

	private static List<String> rows(JdbcTemplate sql, String query) {
		return sql.query(query, (row, number) -> text(row)).stream().sorted().toList();
	}

	private static String text(ResultSet row) throws SQLException {
		int columns = row.getMetaData().getColumnCount();
		return IntStream.rangeClosed(1, columns)
			.mapToObj((column) -> column(row, column))
			.collect(Collectors.joining("|"));
	}

	private static String column(ResultSet row, int column) {
		try {
			return row.getString(column);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
