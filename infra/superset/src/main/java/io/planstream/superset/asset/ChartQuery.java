package io.planstream.superset.asset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a chart asks, as the browser makes it from the chart's parameters. Charts of the
 * kinds that the dashboards have.
 *
 * @param columns what it groups by; of a table of rows, what it shows
 * @param metrics saved metrics; empty for a table of rows
 * @param filters conditions of its own
 * @param order columns and metrics that it orders by
 * @param rowLimit the most rows that it takes
 */
public record ChartQuery(List<Column> columns, List<String> metrics, List<Condition> filters, List<Order> order,
		int rowLimit) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int NO_LIMIT = 10_000;

	/**
	 * What the browser makes of a chart's parameters.
	 * @param params the parameters, as a Superset holds them
	 * @return what it asks
	 * @throws IllegalArgumentException if no dashboard of the product has such a chart
	 */
	public static ChartQuery of(Map<String, Object> params) {
		return of(new Node("params", params));
	}

	static ChartQuery of(Node params) {
		String type = params.text("viz_type");
		List<Column> columns = new ArrayList<>();
		List<String> metrics = new ArrayList<>(params.texts("metrics"));
		if (params.has("metric")) {
			metrics.add(params.text("metric"));
		}
		List<Order> order = new ArrayList<>();
		switch (type) {
			case "big_number_total" -> {
			}
			case "country_map" -> columns.add(Column.of(params.text("entity")));
			case "echarts_timeseries_bar", "echarts_timeseries_line" -> {
				columns.add(new Column(params.text("x_axis"), params.text("time_grain_sqla")));
				params.texts("groupby").forEach((name) -> columns.add(Column.of(name)));
				order.add(new Order(metrics.get(0), false));
			}
			case "heatmap_v2" -> {
				for (String axis : List.of("x_axis", "groupby")) {
					columns.add(Column.of(params.text(axis)));
					String sort = axis.equals("x_axis") ? "sort_x_axis" : "sort_y_axis";
					order.add(new Order(params.text(axis), params.text(sort).endsWith("asc")));
				}
			}
			case "bubble_v2" -> {
				columns.add(Column.of(params.text("entity")));
				columns.add(Column.of(params.text("series")));
				List.of("x", "y", "size").forEach((axis) -> metrics.add(params.text(axis)));
			}
			case "sankey_v2" -> {
				columns.add(Column.of(params.text("source")));
				columns.add(Column.of(params.text("target")));
				order.add(new Order(metrics.get(0), false));
			}
			case "table" -> table(params, columns, order);
			default -> throw new IllegalArgumentException(params.where() + ": no dashboard has charts of type " + type);
		}
		int rowLimit = params.has("row_limit") ? params.number("row_limit") : NO_LIMIT;
		return new ChartQuery(columns, metrics, params.nodes("adhoc_filters").stream().map(Condition::of).toList(),
				order, rowLimit);
	}

	private static void table(Node params, List<Column> columns, List<Order> order) {
		boolean raw = params.text("query_mode").equals("raw");
		params.texts(raw ? "all_columns" : "groupby").forEach((name) -> columns.add(Column.of(name)));
		for (String text : params.texts("order_by_cols")) {
			JsonNode pair = JSON.readTree(text);
			order.add(new Order(pair.get(0).asString(), pair.get(1).asBoolean()));
		}
		if (params.has("timeseries_limit_metric")) {
			order.add(new Order(params.text("timeseries_limit_metric"), !params.isTrue("order_desc")));
		}
	}

	/**
	 * The statement that Superset sends to MySQL.
	 * @param dataset the dataset that the chart asks
	 * @param more conditions from outside, as those of native filters
	 * @return SQL that names each result as the chart expects it
	 */
	public String sql(Dataset dataset, List<Condition> more) {
		List<String> selected = new ArrayList<>();
		this.columns.forEach((column) -> selected.add(column.sql(dataset) + " as `" + column.name() + "`"));
		this.metrics.forEach((metric) -> selected.add(dataset.metric(metric) + " as `" + metric + "`"));
		StringBuilder sql = new StringBuilder("select ").append(String.join(", ", selected));
		sql.append(" from ").append(dataset.view());
		List<Condition> conditions = new ArrayList<>(this.filters);
		conditions.addAll(more);
		clause(sql, " where ", " and ", conditions.stream().map((condition) -> condition.sql(dataset)).toList());
		if (!this.metrics.isEmpty()) {
			clause(sql, " group by ", ", ", this.columns.stream().map((column) -> column.sql(dataset)).toList());
		}
		clause(sql, " order by ", ", ", this.order.stream().map(Order::sql).toList());
		return sql.append(" limit ").append(this.rowLimit).toString();
	}

	private static void clause(StringBuilder sql, String word, String between, List<String> parts) {
		if (!parts.isEmpty()) {
			sql.append(word).append(String.join(between, parts));
		}
	}

	/** The same for Superset's own interface, as a chart keeps it. */
	JsonNode saved(String type) {
		return request(type, 0, false);
	}

	/**
	 * What the browser sends to Superset, with the numbers of that Superset.
	 * @param type kind of the chart
	 * @param datasetId number of the dataset there
	 * @param force whether the database is asked, whatever is cached
	 * @return the body of a request for the chart's data: JSON
	 */
	public JsonNode request(String type, int datasetId, boolean force) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("columns", this.columns.stream().map(Column::saved).toList());
		query.put("metrics", (this.metrics.isEmpty() && type.equals("table")) ? null : this.metrics);
		query.put("orderby", this.order.stream().map((order) -> List.of(order.by(), order.ascending())).toList());
		query.put("row_limit", this.rowLimit);
		query.put("filters", this.filters.stream().map(Condition::saved).toList());
		query.put("extras", Map.of("having", "", "where", ""));
		query.put("time_range", "No filter");
		Map<String, Object> context = new LinkedHashMap<>();
		context.put("datasource", Map.of("id", datasetId, "type", "table"));
		context.put("force", force);
		context.put("queries", List.of(query));
		context.put("form_data", Map.of("viz_type", type, "datasource", datasetId + "__table"));
		context.put("result_format", "json");
		context.put("result_type", "full");
		return JSON.valueToTree(context);
	}

	/**
	 * Something to group by.
	 *
	 * @param name the column of the dataset
	 * @param grain the length of time that moments are cut to (ISO 8601), or null
	 */
	public record Column(String name, String grain) {

		static Column of(String name) {
			return new Column(name, null);
		}

		String sql(Dataset dataset) {
			String expression = dataset.column(this.name);
			if (this.grain == null) {
				return expression;
			}
			if (!this.grain.equals("PT1S")) {
				throw new IllegalArgumentException("No dashboard cuts moments to " + this.grain);
			}
			return "date_add(date(" + expression + "), interval (hour(" + expression + ") * 60 * 60 + minute("
					+ expression + ") * 60 + second(" + expression + ")) second)";
		}

		private Object saved() {
			return (this.grain == null) ? this.name : Map.of("columnType", "BASE_AXIS", "expressionType", "SQL",
					"label", this.name, "sqlExpression", this.name, "timeGrain", this.grain);
		}

	}

	/**
	 * A condition on a column.
	 *
	 * @param column the column
	 * @param operator as Superset writes it
	 * @param values texts or numbers; none for an operator that needs none
	 */
	public record Condition(String column, String operator, List<?> values) {

		/** A filter of the dashboard. */
		public static Condition in(String column, Object value) {
			return new Condition(column, "IN", List.of(value));
		}

		private static Condition of(Node node) {
			Object value = node.fields().get("comparator");
			List<?> values = (value == null) ? List.of() : (value instanceof List<?> list) ? list : List.of(value);
			return new Condition(node.text("subject"), node.text("operator"), values);
		}

		String sql(Dataset dataset) {
			String expression = dataset.column(this.column);
			return switch (this.operator) {
				case "IN" -> expression
						+ this.values.stream().map(Condition::literal).collect(Collectors.joining(", ", " in (", ")"));
				case "==" -> expression + " = " + literal(this.values.get(0));
				case "!=" -> expression + " <> " + literal(this.values.get(0));
				case "IS NOT NULL" -> expression + " is not null";
				default -> throw new IllegalArgumentException("No dashboard filters by " + this.operator);
			};
		}

		private static String literal(Object value) {
			return (value instanceof Number) ? value.toString() : "'" + value.toString().replace("'", "''") + "'";
		}

		private Map<String, Object> saved() {
			Map<String, Object> saved = new LinkedHashMap<>();
			saved.put("col", this.column);
			saved.put("op", this.operator);
			if (!this.values.isEmpty()) {
				saved.put("val", this.operator.equals("IN") ? this.values : this.values.get(0));
			}
			return saved;
		}

	}

	/**
	 * An order.
	 *
	 * @param by a column or a metric
	 * @param ascending whether the smallest comes first
	 */
	public record Order(String by, boolean ascending) {

		private String sql() {
			return "`" + this.by + "`" + (this.ascending ? "" : " desc");
		}

	}

}
