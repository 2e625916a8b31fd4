package io.planstream.superset.asset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dashboard.
 *
 * @param uuid identity, for ever the same
 * @param slug its address
 * @param title its title
 * @param charts the charts on it, from top to bottom: their uuids by the numbers that
 * only this dashboard knows them by
 * @param filters its native filters
 */
public record Dashboard(String uuid, String slug, String title, Map<Integer, String> charts, List<Filter> filters) {

	static Dashboard of(Node node) {
		Map<Integer, String> charts = new LinkedHashMap<>();
		Node position = node.node("position");
		for (String id : position.names()) {
			if (id.startsWith("CHART-")) {
				Node meta = position.node(id).node("meta");
				charts.put(meta.number("chartId"), meta.text("uuid"));
			}
		}
		List<Filter> filters = node.node("metadata")
			.nodes("native_filter_configuration")
			.stream()
			.map(Filter::of)
			.toList();
		return new Dashboard(node.text("uuid"), node.text("slug"), node.text("dashboard_title"), charts, filters);
	}

	/**
	 * A native filter with one target.
	 *
	 * @param name what people see
	 * @param column the column that it filters
	 * @param datasetUuid where its values come from
	 * @param excluded numbers of the charts that it does not reach
	 */
	public record Filter(String name, String column, String datasetUuid, List<Integer> excluded) {

		static Filter of(Node node) {
			Node target = node.nodes("targets").get(0);
			List<Integer> excluded = node.node("scope").texts("excluded").stream().map(Integer::valueOf).toList();
			return new Filter(node.text("name"), target.node("column").text("name"), target.text("datasetUuid"),
					excluded);
		}

		/**
		 * Whether it filters a chart.
		 * @param chart the number of the chart
		 * @return whether the chart is in its scope
		 */
		public boolean reaches(int chart) {
			return !this.excluded.contains(chart);
		}

	}

}
