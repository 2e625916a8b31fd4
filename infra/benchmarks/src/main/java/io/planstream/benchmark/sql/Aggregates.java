package io.planstream.benchmark.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables that PlanStream keeps of rates, as statements. Missing are what SQL could
 * only do with more work: the counts of data rules, rejected rows, and what makes a row
 * count once.
 */
final class Aggregates {

	/** What one would do who has one question. */
	static final String ONE = """
			create table bench_answer as
			select business_year, state_code, age, tobacco, count(*) rates, avg(rate) average, min(rate) lowest,
			  max(rate) highest
			from bench_rate group by business_year, state_code, age, tobacco""";

	static final String ANSWER = "bench_answer";

	private static final String MEASURES = """
			sum(priced) rates, sum(not priced) set_aside, sum(if(priced, rate, 0)) premium,
			min(if(priced, rate, null)) lowest, max(if(priced, rate, null)) highest""";

	private static final String PRICED = """
			(select r.*, coalesce(p.metal_level, 'Unknown') metal_level, coalesce(p.market, 'Unknown') market,
			  coalesce(p.coverage, 'Unknown') coverage,
			  rate is not null and rate not in (0, 0.01, 9999, 9999.99, 99999, 999999) priced,
			  floor(log(if(rate > 0, rate * 100, null)) / log(1.02)) bucket,
			  if(rate < 100, rate div 10 * 10, if(rate < 1000, rate div 50 * 50, rate div 250 * 250)) band
			from bench_rate r left join bench_plan p using (business_year, plan_id)) priced""";

	private static final String PLAN = "business_year, state_code, market, coverage, metal_level";

	private static final String SOME_AGES = "where age in ('21', '40', '60')";

	private static final List<Aggregate> ALL = List.of(new Aggregate("age", PLAN + ", age, tobacco", """
			, sum(priced and tobacco_rate > 0) tobacco_rates, sum(if(priced, tobacco_rate, 0)) tobacco_premium,
			sum(if(priced and tobacco_rate > 0, rate, 0)) tobacco_base""", ""),
			new Aggregate("issuer", PLAN + ", issuer_id", "", ""),
			new Aggregate("histogram", PLAN + ", bucket", "", ""), new Aggregate("band", PLAN + ", band", "", ""),
			new Aggregate("rating_area", PLAN + ", rating_area, age", "", SOME_AGES),
			new Aggregate("plan_rate", "business_year, state_code, plan_id, rating_area, age", "", SOME_AGES),
			new Aggregate("plan_premium", "business_year, state_code, plan_id", """
					, sum(if(age = '21', rate, 0)) at_21, sum(if(age = '40', rate, 0)) at_40,
					sum(if(age = '60', rate, 0)) at_60""", SOME_AGES));

	private Aggregates() {
	}

	static List<String> tables() {
		List<String> tables = new ArrayList<>(ALL.stream().map(Aggregate::table).toList());
		tables.add(ANSWER);
		return tables;
	}

	static List<String> statements() {
		return ALL.stream().map(Aggregate::sql).toList();
	}

	private record Aggregate(String name, String key, String more, String where) {

		String table() {
			return "bench_" + this.name;
		}

		String sql() {
			return "create table " + table() + " as select " + this.key + ", " + MEASURES + this.more + " from "
					+ PRICED + " " + this.where + " group by " + this.key;
		}

	}

}
