package io.planstream.benchmark.query;

/**
 * What one chart asks of a view.
 *
 * @param view the view
 * @param select what it selects
 * @param group columns to group by, or empty
 * @param filtered whether the view has a plan year and a state to filter by
 * @param rest ordering and limit, or empty
 */
record ChartQuery(String view, String select, String group, boolean filtered, String rest) implements Question {

	/** Grouped, with and without a filter. */
	static ChartQuery chart(String view, String group, String measures) {
		return new ChartQuery(view, group + ", " + measures, group, true, "");
	}

	/** Grouped, of a view that has no plan year. */
	static ChartQuery plain(String view, String group, String measures) {
		return new ChartQuery(view, group + ", " + measures, group, false, "");
	}

	/** A table of rows, as long as Superset shows them. */
	static ChartQuery rows(String view, boolean filtered) {
		return new ChartQuery(view, "*", "", filtered, "limit 1000");
	}

	/** The same query with the rows in an order, or only the first ones. */
	ChartQuery with(String orderAndLimit) {
		return new ChartQuery(this.view, this.select, this.group, this.filtered, orderAndLimit);
	}

	@Override
	public String sql(Filter filter) {
		StringBuilder sql = new StringBuilder("select ").append(this.select).append(" from ").append(this.view);
		append(sql, " where ", filter.sql());
		append(sql, " group by ", this.group);
		append(sql, " ", this.rest);
		return sql.toString();
	}

	private static void append(StringBuilder sql, String before, String part) {
		if (!part.isEmpty()) {
			sql.append(before).append(part);
		}
	}

	@Override
	public String title() {
		return this.group.isEmpty() ? "rows" : "by " + this.group;
	}

}
