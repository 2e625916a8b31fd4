package io.planstream.local.superset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.planstream.local.terminal.Problem;
import io.planstream.superset.asset.Assets;
import io.planstream.superset.asset.Chart;
import io.planstream.superset.asset.ChartQuery;
import io.planstream.superset.asset.Dashboard;
import io.planstream.superset.asset.Dataset;
import tools.jackson.databind.JsonNode;

/**
 * Asks every chart of the dashboards, in a Superset, for its data, with a query made from
 * the parameters that it has there. Not thread-safe.
 */
public final class ChartCheck {

	/**
	 * What flows is kept for some days only, so charts of it may be empty while all is
	 * well.
	 */
	private static final Set<String> PASSING = Set.of("v_flow_now");

	private final SupersetApi api;

	private final Assets assets;

	private final Consumer<ChartAnswer> listener;

	private final Set<String> passing;

	private final Map<Integer, RemoteChart> found = new TreeMap<>();

	private boolean hopeless;

	/**
	 * Prepares the check.
	 * @param api the Superset
	 * @param assets what was imported
	 * @param listener is told of every answer
	 */
	public ChartCheck(SupersetApi api, Assets assets, Consumer<ChartAnswer> listener) {
		this.api = api;
		this.assets = assets;
		this.listener = listener;
		this.passing = assets.datasets()
			.stream()
			.filter((dataset) -> PASSING.contains(dataset.view()))
			.map(Dataset::uuid)
			.collect(Collectors.toSet());
	}

	/**
	 * Asks all charts, one after the other.
	 * @return the answers by dashboard, from top to bottom
	 */
	public List<ChartAnswer> ask() {
		Map<String, Chart> charts = new TreeMap<>();
		this.assets.charts().forEach((chart) -> charts.put(chart.uuid(), chart));
		List<ChartAnswer> answers = new ArrayList<>();
		for (Dashboard dashboard : this.assets.dashboards()) {
			Map<String, RemoteChart> there = there(dashboard);
			for (String uuid : dashboard.charts().values()) {
				Chart chart = charts.get(uuid);
				ChartAnswer answer = ask(dashboard.title(), chart, there.get(chart.name()));
				answers.add(answer);
				this.listener.accept(answer);
			}
		}
		return answers;
	}

	/**
	 * Charts that an earlier release brought, that this one has no more, and that nobody
	 * has put on a dashboard: an import deletes nothing. To be called after
	 * {@link #ask()}.
	 * @return the charts
	 */
	public List<RemoteChart> leftovers() {
		Set<Integer> datasets = Set
			.copyOf(this.found.values().stream().map(RemoteChart::datasetId).distinct().toList());
		return this.api.allCharts()
			.stream()
			.filter((chart) -> chart.certifiedBy().equals("PlanStream") && datasets.contains(chart.datasetId()))
			.filter((chart) -> !chart.onDashboard() && !this.found.containsKey(chart.id()))
			.toList();
	}

	private Map<String, RemoteChart> there(Dashboard dashboard) {
		Map<String, RemoteChart> there = new LinkedHashMap<>();
		this.api.charts(dashboard.slug()).orElse(List.of()).forEach((chart) -> {
			there.putIfAbsent(chart.name(), chart);
			this.found.put(chart.id(), chart);
		});
		return there;
	}

	private ChartAnswer ask(String dashboard, Chart chart, RemoteChart there) {
		if (there == null) {
			return ChartAnswer.failed(dashboard, chart.name(), new ChartFailure("NOT_IMPORTED",
					"the dashboard has no such chart", "Look at Superset's log for the time of the import.", false));
		}
		if (this.hopeless) {
			return ChartAnswer.failed(dashboard, chart.name(), ChartFailure.notAsked());
		}
		try {
			if (!ChartQuery.of(there.params()).equals(chart.query())) {
				return ChartAnswer.failed(dashboard, chart.name(),
						new ChartFailure("NOT_UPDATED", "Superset has other parameters than the bundle",
								"Delete the chart in Superset and push again.", false));
			}
		}
		catch (IllegalArgumentException ex) {
			return ChartAnswer.failed(dashboard, chart.name(), ChartFailure.of(String.valueOf(ex.getMessage())));
		}
		return read(dashboard, chart, there);
	}

	private ChartAnswer read(String dashboard, Chart chart, RemoteChart there) {
		long begun = System.nanoTime();
		Answer answer;
		try {
			answer = this.api.data(chart.query().request(there.type(), there.datasetId(), true));
		}
		catch (Problem ex) {
			if (!ex.code().equals("SUPERSET_TIMEOUT")) {
				throw ex;
			}
			return ChartAnswer.failed(dashboard, chart.name(), ChartFailure.of("timeout: " + ex.getMessage()));
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		JsonNode result = answer.json().path("result").path(0);
		String error = result.path("error").asString("");
		if (!answer.isDone() || !result.path("data").isArray() || !error.isEmpty()) {
			ChartFailure failure = error.isEmpty() ? ChartFailure.of(answer) : ChartFailure.of(error);
			this.hopeless = failure.ofAll();
			return ChartAnswer.failed(dashboard, chart.name(), failure);
		}
		if (chart.type().equals("country_map") && !areStates(result.path("data"))) {
			return ChartAnswer.failed(dashboard, chart.name(), new ChartFailure("MAP_BLANK",
					"not every code is a state's with US- before it", "Push again: the dataset is outdated.", false));
		}
		boolean mayBeEmpty = this.passing.contains(chart.datasetUuid());
		return new ChartAnswer(dashboard, chart.name(), rows(result.path("data")), seconds, null, mayBeEmpty);
	}

	/** A total over nothing is a row too, one without a value. */
	private static long rows(JsonNode data) {
		long rows = 0;
		for (JsonNode row : data) {
			if (row.values().stream().anyMatch((value) -> !value.isNull())) {
				rows++;
			}
		}
		return rows;
	}

	private static boolean areStates(JsonNode data) {
		for (JsonNode row : data) {
			if (!row.path("state_iso").asString("").matches("US-[A-Z]{2}")) {
				return false;
			}
		}
		return true;
	}

}
