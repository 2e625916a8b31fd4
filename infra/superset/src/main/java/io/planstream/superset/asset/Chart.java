package io.planstream.superset.asset;

/**
 * A chart.
 *
 * @param uuid identity, for ever the same
 * @param name title
 * @param type Superset's name of the kind of chart
 * @param datasetUuid the dataset that it asks
 * @param query what it asks, as its parameters say
 * @param savedQuery what Superset asks on its behalf where there is no browser: JSON
 */
public record Chart(String uuid, String name, String type, String datasetUuid, ChartQuery query, String savedQuery) {

	static Chart of(Node node) {
		return new Chart(node.text("uuid"), node.text("slice_name"), node.text("viz_type"), node.text("dataset_uuid"),
				ChartQuery.of(node.node("params")), node.text("query_context"));
	}

}
