package io.planstream.local.superset;

import java.util.Map;

import io.planstream.local.home.Json;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * A chart as a Superset has it.
 *
 * @param id its number there
 * @param name its title
 * @param datasetId the number of its dataset there
 * @param certifiedBy who stands for it
 * @param onDashboard whether any dashboard shows it
 * @param params its parameters; none if only the list was read
 */
public record RemoteChart(int id, String name, int datasetId, String certifiedBy, boolean onDashboard,
		Map<String, Object> params) {

	private static final TypeReference<Map<String, Object>> PARAMS = new TypeReference<>() {
	};

	static RemoteChart onDashboard(JsonNode chart) {
		JsonNode params = chart.path("form_data");
		int id = params.path("slice_id").asInt(chart.path("id").asInt(0));
		String dataset = params.path("datasource").asString("0__table");
		return new RemoteChart(id, chart.path("slice_name").asString(""),
				Integer.parseInt(dataset.replaceFirst("__.*", "")), chart.path("certified_by").asString(""), true,
				params.isObject() ? Json.MAPPER.convertValue(params, PARAMS) : Map.of());
	}

	static RemoteChart inList(JsonNode chart) {
		return new RemoteChart(chart.path("id").asInt(0), chart.path("slice_name").asString(""),
				chart.path("datasource_id").asInt(0), chart.path("certified_by").asString(""),
				!chart.path("dashboards").isEmpty(), Map.of());
	}

	String type() {
		return String.valueOf(this.params.get("viz_type"));
	}

}
