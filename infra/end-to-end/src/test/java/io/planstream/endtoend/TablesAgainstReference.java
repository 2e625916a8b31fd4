package io.planstream.endtoend;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.planstream.testsupport.reference.Reference;
import io.planstream.testsupport.reference.ReferenceTable;
import io.planstream.testsupport.reference.RuleCount;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the tables of a run against those of an independent count, key by key, all
 * columns.
 */
final class TablesAgainstReference {

	private static final int SHOWN = 20;

	private static final long LINES = 1L << 40;

	/** Tables that the reference knows without the file or the row. */
	private static final Map<String, String> ADDED_UP = Map.of("dataset_total",
			"select dataset, business_year, state_code, sum(aggregated_rows) as aggregated_rows, "
					+ "sum(set_aside_rows) as set_aside_rows from dataset_total where run_id = ? "
					+ "group by dataset, business_year, state_code",
			"rejected_row",
			"select dataset, count(*) as rejected_rows from rejected_row where run_id = ? group by dataset");

	private final JdbcClient jdbc;

	private final String run;

	TablesAgainstReference(JdbcClient jdbc, String run) {
		this.jdbc = jdbc;
		this.run = run;
	}

	void assertEqual(Reference reference) {
		List<String> differences = new ArrayList<>();
		for (ReferenceTable table : reference.tables()) {
			differences.addAll(table.differences(rows(table)));
		}
		for (RuleCount rule : reference.rules()) {
			long found = affectedRows(rule);
			if (found != rule.rows()) {
				differences.add("rule_count [dataset=" + rule.dataset() + ", rule_name=" + rule.rule()
						+ "]: affected_rows should be " + rule.rows() + ", is " + found);
			}
		}
		if (!differences.isEmpty()) {
			throw new AssertionError(differences.size() + " differences from the independent count, the first are:\n"
					+ String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))));
		}
	}

	private Map<List<String>, List<String>> rows(ReferenceTable table) {
		Map<List<String>, List<String>> rows = new HashMap<>();
		String everyRow = "select * from " + table.name() + " where run_id = ?";
		this.jdbc.sql(ADDED_UP.getOrDefault(table.name(), everyRow)).param(this.run).query((ResultSet row) -> {
			if (rows.isEmpty()) {
				assertColumns(table, row.getMetaData());
			}
			rows.put(values(row, table.keyColumns()), values(row, table.valueColumns()));
		});
		return rows;
	}

	/** No column of the table goes unseen. */
	private static void assertColumns(ReferenceTable table, ResultSetMetaData metaData) throws SQLException {
		Set<String> columns = new TreeSet<>();
		for (int column = 1; column <= metaData.getColumnCount(); column++) {
			columns.add(metaData.getColumnLabel(column));
		}
		columns.remove("run_id");
		Set<String> compared = new TreeSet<>(table.keyColumns());
		compared.addAll(table.valueColumns());
		assertThat(columns).as("columns of " + table.name()).isEqualTo(compared);
	}

	private static List<String> values(ResultSet row, List<String> columns) throws SQLException {
		List<String> values = new ArrayList<>();
		for (String column : columns) {
			values.add(
					column.equals("source_order") ? Long.toString(row.getLong(column) % LINES) : row.getString(column));
		}
		return values;
	}

	private long affectedRows(RuleCount rule) {
		return this.jdbc
			.sql("select coalesce(sum(affected_rows), 0) from rule_count where run_id = ? and dataset = ? "
					+ "and rule_name = ?")
			.params(this.run, rule.dataset(), rule.rule())
			.query(Long.class)
			.single();
	}

}
