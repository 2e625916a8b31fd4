package io.planstream.superset.asset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A view that charts ask.
 *
 * @param uuid identity, for ever the same
 * @param view name of the view
 * @param columns columns by name, the expression of each: its own name, unless it is
 * calculated
 * @param metrics the expression of each saved metric by name
 */
public record Dataset(String uuid, String view, Map<String, String> columns, Map<String, String> metrics) {

	static Dataset of(Node node) {
		Map<String, String> columns = new LinkedHashMap<>();
		node.nodes("columns").forEach((column) -> columns.put(column.text("column_name"), expression(column)));
		Map<String, String> metrics = new LinkedHashMap<>();
		node.nodes("metrics").forEach((metric) -> metrics.put(metric.text("metric_name"), metric.text("expression")));
		return new Dataset(node.text("uuid"), node.text("table_name"), columns, metrics);
	}

	private static String expression(Node column) {
		return Optional.ofNullable(column.text("expression")).orElse(column.text("column_name"));
	}

	/**
	 * The SQL of a column.
	 * @param name its name
	 * @return the expression
	 * @throws IllegalArgumentException if the dataset does not list it: Superset would
	 * not show the chart
	 */
	public String column(String name) {
		return listed(this.columns, name, "column");
	}

	/**
	 * The SQL of a saved metric.
	 * @param name its name
	 * @return the expression
	 * @throws IllegalArgumentException if the dataset does not list it
	 */
	public String metric(String name) {
		return listed(this.metrics, name, "metric");
	}

	private String listed(Map<String, String> expressions, String name, String kind) {
		String expression = expressions.get(name);
		if (expression == null) {
			throw new IllegalArgumentException("Dataset " + this.view + " lists no " + kind + " " + name);
		}
		return expression;
	}

}
