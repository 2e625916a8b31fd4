package io.planstream.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.planstream.superset.asset.Assets;
import io.planstream.superset.asset.Chart;
import io.planstream.superset.asset.ChartQuery.Condition;
import io.planstream.superset.asset.Dashboard;
import io.planstream.superset.asset.Dataset;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a database what the charts of the dashboards ask, as the account that Superset
 * reads with.
 */
final class DashboardData {

	private final Assets assets = Assets.shipped();

	private final Map<String, Chart> charts = this.assets.charts()
		.stream()
		.collect(Collectors.toMap(Chart::uuid, (chart) -> chart));

	private final JdbcClient reader;

	DashboardData(JdbcClient reader) {
		this.reader = reader;
	}

	/**
	 * Without a filter, and with each filter of its dashboard set to what is frequent.
	 */
	void assertEveryChartReturnsRows() {
		List<String> empty = new ArrayList<>();
		for (Dashboard dashboard : this.assets.dashboards()) {
			dashboard.charts().forEach((number, uuid) -> {
				Chart chart = this.charts.get(uuid);
				List<Condition> conditions = new ArrayList<>();
				conditions.add(null);
				dashboard.filters()
					.stream()
					.filter((filter) -> filter.reaches(number))
					.forEach((filter) -> conditions.add(Condition.in(filter.column(), frequent(filter))));
				conditions.stream()
					.filter((condition) -> rows(chart, condition).isEmpty())
					.forEach((condition) -> empty.add(dashboard.slug() + ", " + chart.name() + ", " + condition));
			});
		}
		assertThat(empty).isEmpty();
	}

	/** Codes of other forms leave a map blank, without a message. */
	void assertMapsAskForCodesOfStates() {
		assertThat(this.charts.values()).filteredOn((chart) -> chart.type().equals("country_map"))
			.isNotEmpty()
			.allSatisfy((chart) -> assertThat(rows(chart, null))
				.allSatisfy((row) -> assertThat(String.valueOf(row.get("state_iso"))).matches("US-[A-Z]{2}")));
	}

	private List<Map<String, Object>> rows(Chart chart, Condition condition) {
		Dataset dataset = this.assets.datasetOf(chart);
		List<Condition> more = (condition == null) ? List.of() : List.of(condition);
		List<Map<String, Object>> rows = this.reader.sql(chart.query().sql(dataset, more)).query().listOfRows();
		boolean nothing = rows.stream().allMatch((row) -> row.values().stream().allMatch((value) -> value == null));
		return nothing ? List.of() : rows;
	}

	private Object frequent(Dashboard.Filter filter) {
		String view = this.assets.datasets()
			.stream()
			.filter((dataset) -> dataset.uuid().equals(filter.datasetUuid()))
			.findFirst()
			.orElseThrow()
			.view();
		return this.reader
			.sql("select %1$s from %2$s group by %1$s order by count(*) desc, %1$s limit 1".formatted(filter.column(),
					view))
			.query()
			.singleValue();
	}

}
