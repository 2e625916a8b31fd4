package io.planstream.benchmark.query;

import java.util.List;

import io.planstream.superset.asset.Assets;
import io.planstream.superset.asset.Chart;
import io.planstream.superset.asset.Dataset;

/**
 * What a chart of the dashboards asks.
 *
 * @param chart the chart
 * @param dataset what it asks
 */
record DashboardChart(Chart chart, Dataset dataset) implements Question {

	static List<DashboardChart> all() {
		Assets assets = Assets.shipped();
		return assets.charts().stream().map((chart) -> new DashboardChart(chart, assets.datasetOf(chart))).toList();
	}

	@Override
	public String view() {
		return this.dataset.view();
	}

	@Override
	public String title() {
		return this.chart.name();
	}

	@Override
	public boolean filtered() {
		return this.dataset.columns().containsKey("business_year") && this.dataset.columns().containsKey("state_code");
	}

	@Override
	public String sql(Filter filter) {
		return this.chart.query().sql(this.dataset, filter.conditions());
	}

}
