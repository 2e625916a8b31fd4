package io.planstream.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.planstream.testsupport.server.TestDatabase;

import static org.awaitility.Awaitility.await;

/**
 * What the tables of a run hold, row by row.
 */
final class Tables {

	private static final List<String> AGGREGATES = List.of("rate_by_age", "rate_by_issuer", "rate_by_rating_area",
			"plan_rate", "plan_premium", "rate_histogram", "rate_percentile", "plan", "benefit_by_metal",
			"plan_benefit", "benefit_name", "network", "service_area", "service_area_county", "business_rule",
			"crosswalk_by_metal", "crosswalk_plan", "crosswalk_zip_county", "dataset_total", "rejected_row");

	private Tables() {
	}

	/**
	 * The rows of every aggregate table of a run, the run itself left out, in the order
	 * of their text.
	 */
	static Map<String, List<String>> of(TestDatabase database, String runId) {
		await("percentiles to be fresh").atMost(Duration.ofSeconds(20))
			.until(() -> database.root().queryForObject("select count(*) from rate_percentile_stale", Long.class) == 0);
		Map<String, List<String>> tables = new TreeMap<>();
		for (String table : AGGREGATES) {
			tables.put(table, rows(database, table, runId));
		}
		tables.put("rule_count", database.rootClient()
			.sql("select dataset, rule_name, sum(affected_rows) from rule_count where run_id = ? group by dataset, "
					+ "rule_name order by dataset, rule_name")
			.param(runId)
			.query((row, number) -> row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3))
			.list());
		return tables;
	}

	private static List<String> rows(TestDatabase database, String table, String runId) {
		return database.rootClient()
			.sql("select * from " + table + " where run_id = ?")
			.param(runId)
			.query((row, number) -> Stream.iterate(2, (column) -> column + 1)
				.limit(row.getMetaData().getColumnCount() - 1L)
				.map((column) -> text(row, column))
				.collect(Collectors.joining("|")))
			.list()
			.stream()
			.sorted()
			.toList();
	}

	private static String text(java.sql.ResultSet row, int column) {
		try {
			return row.getString(column);
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
