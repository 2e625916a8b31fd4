package io.planstream.benchmark.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * Charts beyond those of the dashboards, so that every view is asked. A test holds the
 * list to the views that there are.
 */
final class ChartQueries {

	private static final String AVERAGE = "sum(total_premium) / nullif(sum(rates), 0)";

	private static final List<ChartQuery> PREMIUMS = List.of(
			ChartQuery.chart("v_premium", "business_year, metal_level", AVERAGE),
			ChartQuery.chart("v_premium", "state_code", AVERAGE),
			ChartQuery.chart("v_premium_by_state", "state_code", AVERAGE + ", max(median_premium)"),
			ChartQuery.chart("v_premium_distribution", "from_premium", "sum(rates)"),
			ChartQuery.chart("v_premium_distribution", "metal_level, from_premium", "sum(rates)"),
			ChartQuery.chart("v_premium_by_age", "age_from", AVERAGE),
			ChartQuery.chart("v_premium_by_age", "age, metal_level", AVERAGE),
			ChartQuery.chart("v_tobacco_surcharge", "age_from", "sum(total_surcharge) / sum(total_premium)"),
			ChartQuery.chart("v_tobacco_surcharge", "state_code", "sum(total_surcharge) / sum(total_premium)"),
			ChartQuery.chart("v_premium_by_rating_area", "state_code, rating_area", AVERAGE),
			ChartQuery.chart("v_premium_by_issuer", "issuer_id", AVERAGE), ChartQuery.rows("v_plan_rate", true));

	private static final List<ChartQuery> BENEFITS = List.of(
			ChartQuery.chart("v_benefit_coverage_by_state", "state_code, benefit", "sum(plans_covering) / sum(plans)"),
			ChartQuery.chart("v_benefit_coverage_by_state", "benefit", "sum(plans_covering), sum(plans_limiting)"),
			ChartQuery
				.chart("v_benefit_cost_sharing", "benefit",
						"sum(copay_no_charge), sum(copay_amounts), sum(coinsurance_shares), sum(copay_not_applicable)")
				.with("order by sum(benefit_rows) desc limit 20"),
			ChartQuery.chart("v_benefit_cost_sharing", "metal_level", "sum(total_copay) / sum(copay_amounts)"),
			ChartQuery.chart("v_benefit_cost_sharing", "benefit",
					"sum(total_copay_after_deductible) / nullif(sum(copay_amounts_after_deductible), 0), "
							+ "sum(total_copay_before_deductible) / nullif(sum(copay_amounts_before_deductible), 0)"),
			ChartQuery.chart("v_benefit_name", "benefit", "count(distinct original_name), sum(benefit_rows)"));

	private static final List<ChartQuery> PLANS = List.of(
			ChartQuery.chart("v_plan", "metal_level, plan_type", "count(*)"), ChartQuery.rows("v_plan", true),
			ChartQuery.chart("v_plan_value", "metal_level",
					"avg(premium_40), avg(benefits_covered), avg(moop_individual)"),
			ChartQuery.rows("v_plan_value", true),
			ChartQuery.chart("v_plan_value_band", "benefits_from, metal_level",
					"sum(plans), sum(total_premium_40) / nullif(sum(priced_plans), 0)"),
			ChartQuery.chart("v_plan_value_band", "deductible_band",
					"sum(plans), sum(total_premium_40) / nullif(sum(priced_plans), 0)"),
			ChartQuery.chart("v_plans_by_network", "network_name", "sum(plans)").with("order by sum(plans) desc"),
			ChartQuery.chart("v_plans_by_issuer", "issuer_id", "sum(plans)").with("order by sum(plans) desc"),
			ChartQuery.chart("v_plans_by_issuer", "state_code, plan_type", "count(distinct issuer_id), sum(plans)"),
			ChartQuery.rows("v_network", true),
			ChartQuery.chart("v_business_rule", "age_determination", "count(distinct issuer_id)"));

	private static final List<ChartQuery> PLACES_AND_YEARS = List.of(
			ChartQuery.chart("v_service_area", "state_code", "count(distinct issuer_id), sum(whole_state)"),
			ChartQuery.chart("v_county_coverage", "county_fips", "max(issuers), sum(plans)"),
			ChartQuery.chart("v_county_coverage", "state_code", "avg(issuers)"),
			ChartQuery.chart("v_crosswalk", "level", "sum(crosswalk_rows)"),
			ChartQuery.chart("v_plan_transitions", "from_step, to_step", "sum(plans)"),
			ChartQuery.chart("v_plan_transitions", "reason", "sum(plans), sum(crosswalk_rows)"),
			ChartQuery.chart("v_premium_change", "state_code", "sum(premium_change) / sum(premium_before)"),
			ChartQuery.rows("v_premium_change", true).with("order by premium_change desc limit 20"));

	private static final List<ChartQuery> TRUST_AND_NOW = List.of(ChartQuery.rows("v_serving", false),
			ChartQuery.rows("v_reconciliation", false), ChartQuery.plain("v_rejected_rows", "reason", "count(*)"),
			ChartQuery.plain("v_data_rules", "dataset, rule_name", "sum(affected_rows)"),
			ChartQuery.rows("v_run_progress", false),
			ChartQuery.plain("v_flow", "dataset, second", "sum(rows_applied)").with("order by second desc limit 10000"),
			ChartQuery.rows("v_column", false));

	private ChartQueries() {
	}

	static List<ChartQuery> all() {
		return Stream.of(PREMIUMS, BENEFITS, PLANS, PLACES_AND_YEARS, TRUST_AND_NOW).flatMap(List::stream).toList();
	}

}
