package io.planstream.endtoend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.planstream.testsupport.reference.AgeFigures;
import io.planstream.testsupport.reference.Percentiles;
import io.planstream.testsupport.reference.PlanFacts;
import io.planstream.testsupport.reference.PlanVariant;
import io.planstream.testsupport.reference.RateFigures;
import io.planstream.testsupport.reference.RateGroup;
import io.planstream.testsupport.reference.Reference;
import io.planstream.testsupport.reference.TobaccoFigures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Holds the tables of a run against an independent count of its files, key by key.
 */
final class AgainstReference {

	private final JdbcClient jdbc;

	private final String run;

	AgainstReference(JdbcClient jdbc, String run) {
		this.jdbc = jdbc;
		this.run = run;
	}

	/** Every table of the run, all columns. */
	void assertEveryTableEqual(Reference reference) {
		assertEqual(reference);
		new TablesAgainstReference(this.jdbc, this.run).assertEqual(reference);
	}

	/** The tables of rates and plans. */
	void assertEqual(Reference reference) {
		assertThat(byAge()).isEqualTo(reference.rates().byAge());
		assertThat(grain("rate_by_issuer", (row) -> new RateGroup.Issuer(group(row), row.getString("issuer_id"))))
			.isEqualTo(reference.rates().byIssuer());
		assertThat(grain("rate_by_rating_area",
				(row) -> new RateGroup.RatingArea(group(row), row.getString("rating_area"), row.getString("age"))))
			.isEqualTo(reference.rates().byRatingArea());
		assertThat(grain("plan_rate", AgainstReference::plan)).isEqualTo(reference.rates().byPlan());
		assertThat(plans()).isEqualTo(reference.plans().variants());
		assertHistogramAddsUp();
		assertPercentilesWithinOnePercent(reference.rates().percentiles());
		assertThat(ruleCount("rounded-to-cents")).isEqualTo(reference.rates().rowsRounded());
		assertThat(ruleCount("rate-is-no-price")).isEqualTo(reference.rates().total().setAside());
	}

	private Map<RateGroup.Age, AgeFigures> byAge() {
		Map<RateGroup.Age, AgeFigures> rows = new HashMap<>();
		each("rate_by_age", (row) -> {
			TobaccoFigures tobacco = new TobaccoFigures(row.getLong("tobacco_rates"), row.getLong("tobacco_set_aside"),
					row.getLong("tobacco_cents"), row.getLong("tobacco_base_cents"));
			rows.put(new RateGroup.Age(group(row), row.getString("age"), row.getString("tobacco")),
					new AgeFigures(figures(row), tobacco));
		});
		return rows;
	}

	private <K> Map<K, RateFigures> grain(String table, KeyOf<K> keyOf) {
		Map<K, RateFigures> rows = new HashMap<>();
		each(table, (row) -> rows.put(keyOf.row(row), figures(row)));
		return rows;
	}

	private Map<PlanVariant.Key, PlanVariant> plans() {
		Map<PlanVariant.Key, PlanVariant> plans = new HashMap<>();
		each("plan", (row) -> {
			PlanFacts facts = new PlanFacts(row.getString("metal_level"), row.getString("plan_type"),
					row.getString("market"), row.getString("coverage"));
			PlanVariant plan = new PlanVariant(row.getInt("business_year"), row.getString("plan_id"),
					row.getString("standard_component_id"), row.getString("state_code"), row.getString("issuer_id"),
					row.getString("plan_name"), facts, row.getString("csr_variation"), row.getInt("csr_variant"),
					row.getBoolean("base_variant"), row.getString("network_id"), row.getString("service_area_id"),
					row.getInt("source_rows"));
			plans.put(new PlanVariant.Key(plan.year(), plan.planId()), plan);
		});
		return plans;
	}

	/** Each price lies in its bucket, and the buckets of a group add up to the group. */
	private void assertHistogramAddsUp() {
		assertThat(count("select count(*) from rate_histogram h join histogram_bucket b on b.bucket = h.bucket "
				+ "where h.run_id = ? and (h.min_cents < b.from_cents or h.max_cents >= b.to_cents or h.set_aside > 0)"))
			.isZero();
		String sums = "select business_year, state_code, market, coverage, metal_level, sum(rates), sum(set_aside), "
				+ "sum(premium_cents), min(min_cents), max(max_cents) from %s where run_id = ? "
				+ "group by business_year, state_code, market, coverage, metal_level "
				+ "order by business_year, state_code, market, coverage, metal_level";
		assertThat(this.jdbc.sql(sums.formatted("rate_histogram")).param(this.run).query().listOfRows())
			.isEqualTo(this.jdbc.sql(sums.formatted("rate_by_issuer")).param(this.run).query().listOfRows());
	}

	private void assertPercentilesWithinOnePercent(Map<RateGroup.Coverage, Percentiles> exact) {
		Map<RateGroup.Coverage, Percentiles> found = new HashMap<>();
		each("rate_percentile", (row) -> found.put(
				new RateGroup.Coverage(row.getInt("business_year"), row.getString("state_code"),
						row.getString("coverage")),
				new Percentiles(row.getLong("p25_cents"), row.getLong("median_cents"), row.getLong("p75_cents"))));
		assertThat(found.keySet()).isEqualTo(exact.keySet());
		exact.forEach((key, percentiles) -> {
			assertClose(found.get(key).p25Cents(), percentiles.p25Cents());
			assertClose(found.get(key).p50Cents(), percentiles.p50Cents());
			assertClose(found.get(key).p75Cents(), percentiles.p75Cents());
		});
	}

	private static void assertClose(long found, long exact) {
		assertThat((double) found).isCloseTo(exact, within(exact * 0.01));
	}

	private long ruleCount(String rule) {
		return count("select coalesce(sum(affected_rows), 0) from rule_count where dataset = 'rate' and rule_name = '"
				+ rule + "' and run_id = ?");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).param(this.run).query(Long.class).single();
	}

	private void each(String table, RowCallbackHandler row) {
		this.jdbc.sql("select * from " + table + " where run_id = ?").param(this.run).query(row);
	}

	private static RateGroup group(ResultSet row) throws SQLException {
		return new RateGroup(row.getInt("business_year"), row.getString("state_code"), row.getString("market"),
				row.getString("coverage"), row.getString("metal_level"));
	}

	private static RateGroup.Plan plan(ResultSet row) throws SQLException {
		return new RateGroup.Plan(row.getInt("business_year"), row.getString("state_code"),
				row.getString("standard_component_id"), row.getString("rating_area"), row.getString("age"));
	}

	private static RateFigures figures(ResultSet row) throws SQLException {
		long rates = row.getLong("rates");
		return new RateFigures(rates, row.getLong("set_aside"), row.getLong("premium_cents"),
				(rates > 0) ? Long.valueOf(row.getLong("min_cents")) : null,
				(rates > 0) ? Long.valueOf(row.getLong("max_cents")) : null);
	}

	@FunctionalInterface
	private interface KeyOf<K> {

		K row(ResultSet result) throws SQLException;

	}

}
