package io.planstream.endtoend;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the views make of a few rows that were thought out by hand.
 */
class ViewsIT {

	private static TestDatabase database;

	@BeforeAll
	static void fill() {
		database = TestDatabase.create();
		for (int year : List.of(2015, 2016)) {
			for (String dataset : List.of("rate", "plan-attributes", "benefits-cost-sharing", "network", "service-area",
					"crosswalk")) {
				run("insert into serving_run values (?, ?, 'run', now(6))", dataset, year);
			}
		}
		// kept, moved to another plan, and of a small group that the crosswalk leaves out
		plan(2015, "11111TX0010001", "Individual", "Silver", 1);
		plan(2016, "11111TX0010001", "Individual", "Silver", 3);
		plan(2015, "11111TX0010002", "Individual", "Gold", 1);
		plan(2016, "22222TX0010001", "SHOP (Small Group)", "Bronze", 1);
		premium(2015, "11111TX0010001", 2, 50000);
		premium(2016, "11111TX0010001", 2, 60000);
		premium(2015, "11111TX0010002", 1, 30000);
		premium(2015, "22222TX0010001", 1, 40000);
		premium(2016, "22222TX0010001", 1, 39000);
		run("insert into plan_benefit values ('run', 2016, 'TX', '11111TX0010001-00', 60, 47, 13, 5, 40)");
		run("insert into network values ('run', 2016, 'TX', '11111', 'TXN001', 'Wide', 'Unknown', 3, 1)");
		crosswalk("11111TX0010001", "11111TX0010001", 0, 5);
		crosswalk("11111TX0010001", "None", 4, 2);
		crosswalk("11111TX0010002", "None", 4, 3);
		crosswalk("11111TX0010002", "11111TX0010001", 1, 3);
		// three ZIP codes of one county against two counties
		crosswalk("11111TX0010003", "None", 3, 3);
		zipCounty("11111TX0010003", "None", "48001", 3);
		crosswalk("11111TX0010003", "11111TX0010001", 3, 2);
		zipCounty("11111TX0010003", "11111TX0010001", "48001", 1);
		zipCounty("11111TX0010003", "11111TX0010001", "48003", 1);
		area("11111", 1);
		area("22222", 0);
		county("22222", "48001");
		county("33333", "48003");
		run("insert into county_coverage select * from county_coverage_now");
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void aPlanCountsOnceWithTheOutcomeOfMostOfItsCounties() {
		assertThat(rows(
				"select from_plan_id, to_plan_id, outcome, from_step, to_step, level, plans, counties, crosswalk_rows "
						+ "from v_plan_transitions order by from_plan_id"))
			.containsExactly("11111TX0010001|11111TX0010001|Kept|Silver 2015|Silver 2016|Same plan|1|5|5",
					// a tie of counties goes to the lower level
					"11111TX0010002|11111TX0010001|Replaced|Silver 2015|Silver 2016|Another plan|1|3|3",
					"11111TX0010003|11111TX0010001|Replaced|Silver 2015|Silver 2016|Depends on the ZIP code|1|2|2");
	}

	@Test
	void premiumsAreComparedWithThoseOfTheSuccessor() {
		assertThat(rows("select business_year, from_plan_id, to_plan_id, market, premium_before, premium_after, "
				+ "premium_change from v_premium_change order by from_plan_id"))
			.containsExactly("2016|11111TX0010001|11111TX0010001|Individual|250.00|300.00|50.00",
					"2016|11111TX0010002|11111TX0010001|Individual|300.00|300.00|0.00",
					"2016|22222TX0010001|22222TX0010001|SHOP (Small Group)|400.00|390.00|-10.00");
	}

	@Test
	void aPlanStandsWithItsPriceItsBenefitsAndItsNetwork() {
		assertThat(rows("select standard_component_id, premium_40, benefits_covered, deductible_individual, "
				+ "actuarial_value from v_plan_value where business_year = 2016 order by standard_component_id"))
			.containsExactly("11111TX0010001|300.00|47|2500.00|0.7050", "22222TX0010001|390.00|null|2500.00|0.7050");
		assertThat(rows("select benefits_band, deductible_band, premium_band, sum(plans) from v_plan_value_band "
				+ "where business_year = 2016 and metal_level = 'Silver' group by benefits_band, deductible_band, "
				+ "premium_band"))
			.containsExactly("40 to 49|$2000 to 2999|$300 to 399|1");
		assertThat(rows("select issuer_id, network_name, sum(plans) from v_plans_by_network "
				+ "where business_year = 2016 group by issuer_id, network_name order by issuer_id"))
			.containsExactly("11111|Wide|1", "22222|Unknown|1");
	}

	@Test
	void aWholeStateIsEveryCountyThatTheDataKnows() {
		assertThat(rows("select county_fips, issuers, plans, individual_issuers, small_group_plans "
				+ "from v_county_coverage where business_year = 2016 order by county_fips"))
			.containsExactly("48001|2|2|1|1", "48003|1|1|1|0");
	}

	@Test
	void duplicatesAreToldByTheirSourceRows() {
		assertThat(rows("select dataset, rule_name, effect, affected_rows from v_data_rules order by dataset"))
			.containsExactly("network|duplicate-network|notes|2", "plan-attributes|duplicate-plan|notes|2");
	}

	@Test
	void anAgeHasANumberToBeDrawnAt() {
		for (String age : List.of("0-20", "21", "64 and over", "Family Option")) {
			run("insert into rate_by_age values ('run', 2016, 'TX', 'Individual', 'Medical', 'Gold', ?, 'No Preference',"
					+ "1, 0, 10000, 10000, 10000, 0, 0, 0, 0)", age);
		}
		assertThat(rows("select age, age_from, total_premium from v_premium_by_age order by age"))
			.containsExactly("0-20|0|100.00", "21|21|100.00", "64 and over|64|100.00", "Family Option|null|100.00");
	}

	@Test
	void grainsThatDifferAreADisagreement() {
		run("insert into grain_check values ('good', 'network', 'every row', 'dataset_total', 5, 0), "
				+ "('good', 'network', 'every row', 'network', 5, 0), "
				+ "('short', 'network', 'every row', 'dataset_total', 5, 0), "
				+ "('short', 'network', 'every row', 'network', 4, 0), "
				+ "('lone', 'crosswalk', 'every row', 'dataset_total', 5, 0)");
		assertThat(rows("select run_id, dataset from grain_disagreement order by run_id"))
			.containsExactly("lone|crosswalk", "short|network");
	}

	@Test
	void theNewestRunIsWhatFlowsNow() {
		newRun("older", "2016-01-01 10:00:00", "COMPLETE");
		newRun("newer", "2016-01-01 12:00:00", "RUNNING");
		newRun("gone", "2016-01-01 13:00:00", "DELETED");
		run("insert into flow values ('rate', '2016-01-01 10:00:05', 't', 0, 7, 0, 7, 7), "
				+ "('rate', '2016-01-01 12:00:01', 't', 0, 10, 1, 2000, 900), "
				+ "('rate', '2016-01-01 12:00:01', 't', 1, 5, 0, 1000, 1500), "
				+ "('network', '2016-01-01 12:20:00', 't', 1, 1, 0, 10, 10)");
		assertThat(rows("select * from v_flow_now")).as("a quarter of an hour")
			.containsExactly("network|2016-01-01 12:20:00|1|0|0.010|0.010");
		run("delete from flow where dataset = 'network'");
		assertThat(rows("select * from v_flow_now")).containsExactly("rate|2016-01-01 12:00:01|15|1|3.000|1.500");
		assertThat(rows("select run_id, newest_run from v_run_progress order by run_id")).containsExactly("newer|1",
				"older|0");
	}

	@Test
	void everyRuleIsListedAlsoWhereItNeverHeld() {
		newRun("ruled", "2015-01-01 10:00:00", "COMPLETE");
		run("insert into rule_count values ('ruled', 'rate', 'rate-is-no-price', 0, 9)");
		run("insert into rejected_row values ('ruled', 0, 0, 0, 2, 'rate', 'BusinessYear', 'NOT_A_YEAR', 'no year', "
				+ "'x', 1, 'x')");
		assertThat(rows("select effect, count(*) > 1, sum(affected_rows), max(serving) from v_every_rule "
				+ "where run_id = 'ruled' and effect in ('rejects', 'sets aside') group by effect order by effect"))
			.containsExactly("rejects|1|1|0", "sets aside|1|9|0");
	}

	private static void newRun(String id, String created, String state) {
		run("insert into run (run_id, content_hash, ordinal, contract_version, partitions, state, attempt, reject_share, "
				+ "reject_count, created_at) values (?, ?, 0, 1, 6, ?, 1, 0, 0, ?)", id, id, state, created);
		run("insert into source_file (run_id, file_no, dataset, path, file_name, size_bytes, modified_at, content_hash, "
				+ "data_rows) values (?, 0, 'rate', 'x', 'Rate.csv', 1, now(), 'x', 10)", id);
	}

	private static void plan(int year, String id, String market, String metal, int sourceRows) {
		run("insert into plan (run_id, business_year, plan_id, state_code, issuer_id, standard_component_id, product_id, "
				+ "plan_name, metal_level, plan_type, market, coverage, csr_variation, csr_variant, base_variant, "
				+ "network_id, service_area_id, hsa_eligible, new_plan, actuarial_value_bp, deductible_individual_cents, "
				+ "source_rows, source_order) values ('run', ?, ?, 'TX', ?, ?, 'x', 'Name', ?, 'PPO', ?, 'Medical', 'x', 0, "
				+ "1, 'TXN001', 'TXS001', 'No', 'New', 7050, 250000, ?, 1)", year, id + "-00", id.substring(0, 5), id,
				metal, market, sourceRows);
	}

	private static void premium(int year, String id, int rates, long cents) {
		run("insert into plan_premium values ('run', ?, 'TX', ?, 0, 0, ?, ?, 0, 0)", year, id, rates, cents);
	}

	private static void crosswalk(String from, String to, int level, int rows) {
		run("insert into crosswalk_plan values ('run', 2016, 'TX', ?, ?, ?, 0, 'Medical', 'Silver', ?, ?)", from, to,
				level, to.equals("None") ? "None" : "Silver", rows);
	}

	private static void zipCounty(String from, String to, String county, int rows) {
		run("insert into crosswalk_zip_county values ('run', 2016, 'TX', ?, ?, 0, 'Medical', 'Silver', ?, ?, ?)", from,
				to, to.equals("None") ? "None" : "Silver", county, rows);
	}

	private static void area(String issuer, int wholeStateRows) {
		run("insert into service_area values ('run', 2016, 'TX', ?, 'TXS001', 'Area', ?, 1, 1)", issuer,
				wholeStateRows);
	}

	private static void county(String issuer, String county) {
		run("insert into service_area_county values ('run', 2016, 'TX', ?, 'TXS001', ?, 0, 1)", issuer, county);
	}

	private static void run(String sql, Object... values) {
		database.root().update(sql, values);
	}

	private static List<String> rows(String sql) {
		return database.rootClient().sql(sql).query((row, number) -> {
			StringBuilder line = new StringBuilder(String.valueOf(row.getString(1)));
			for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
				line.append('|').append(row.getString(column));
			}
			return line.toString();
		}).list();
	}

}
