package io.planstream.endtoend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.planstream.embedded.DatabaseAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.planstream.model.SchemaVersion;
import io.planstream.model.aggregate.HistogramBuckets;
import io.planstream.model.csv.Problem;
import io.planstream.model.row.DataRule;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class SchemaIT {

	private static TestDatabase database;

	@BeforeAll
	static void migrate() {
		database = TestDatabase.create();
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	@Test
	void theHistogramTableIsTheOneInTheCode() {
		List<String> code = new ArrayList<>();
		for (int bucket = 0; bucket < HistogramBuckets.count(); bucket++) {
			code.add(bucket + " " + HistogramBuckets.from(bucket) + " " + HistogramBuckets.to(bucket));
		}
		List<String> table = database.rootClient()
			.sql("select bucket, from_cents, to_cents from histogram_bucket order by bucket")
			.query((row, number) -> row.getInt(1) + " " + row.getLong(2) + " " + row.getLong(3))
			.list();
		assertThat(table).isEqualTo(code);
	}

	@Test
	void migratingAgainChangesNothing() {
		List<String> before = migrations();
		database.migrate();
		assertThat(migrations()).isEqualTo(before).noneMatch((migration) -> migration.endsWith(" 0"));
	}

	@Test
	void theNewestMigrationIsTheOneThatTheContractNames() {
		Integer newest = database.root()
			.queryForObject("select max(cast(version as signed)) from flyway_schema_history", Integer.class);
		assertThat(newest).isEqualTo(SchemaVersion.CURRENT);
	}

	private static List<String> migrations() {
		return database.rootClient()
			.sql("select concat(script, ' ', success) from flyway_schema_history order by installed_rank")
			.query(String.class)
			.list();
	}

	@Test
	void theReaderSeesEveryViewAndNothingElse() {
		JdbcClient reader = database.readerClient();
		assertThat(grantedToReader()).containsExactlyInAnyOrderElementsOf(views());
		for (String view : views()) {
			List<?> rows = reader.sql("select * from " + view).query().listOfRows();
			assertThat(rows.isEmpty()).as(view).isEqualTo(!view.equals("v_column"));
		}
		assertThatException().isThrownBy(() -> reader.sql("select * from run").query().listOfRows())
			.withStackTraceContaining("denied");
		assertThatException().isThrownBy(() -> reader.sql("create table t (a int)").update())
			.withStackTraceContaining("denied");
	}

	@Test
	void everyViewAndColumnIsExplained() {
		List<String> explained = database.rootClient()
			.sql("select concat(view_name, ' ', position, ' ', column_name) from v_column order by view_name, position")
			.query(String.class)
			.list();
		List<String> there = database.rootClient()
			.sql("select concat(table_name, ' ', ordinal_position, ' ', column_name) from information_schema.columns "
					+ "where table_schema = :schema and table_name like 'v\\_%' union all "
					+ "select concat(table_name, ' 0 ') from information_schema.views "
					+ "where table_schema = :schema and table_name like 'v\\_%'")
			.param("schema", database.schema())
			.query(String.class)
			.list();
		assertThat(explained).containsExactlyInAnyOrderElementsOf(there);
	}

	@Test
	void theCatalogueOfRulesIsTheOneInTheCode() {
		List<String> code = new ArrayList<>(Arrays.stream(DataRule.values())
			.map((rule) -> rule.id() + "|" + rule.field() + "|" + rule.effect() + "|" + rule.description())
			.toList());
		Arrays.stream(Problem.Reason.values())
			.forEach((reason) -> code.add(reason.rule() + "|any column|rejects|" + reason.description()));
		List<String> table = database.rootClient()
			.sql("select concat_ws('|', rule_name, field, effect, description) from data_rule "
					+ "where rule_name not in ('duplicate-plan', 'duplicate-network')")
			.query(String.class)
			.list();
		assertThat(table).containsExactlyInAnyOrderElementsOf(code);
	}

	private static List<String> views() {
		return database.rootClient()
			.sql("select table_name from information_schema.views where table_schema = ? and table_name like 'v\\_%' "
					+ "order by table_name")
			.param(database.schema())
			.query(String.class)
			.list();
	}

	private static List<String> grantedToReader() {
		return database.rootClient()
			.sql("select table_name from information_schema.table_privileges where table_schema = ? "
					+ "and grantee like ? and privilege_type = 'SELECT' order by table_name")
			.params(database.schema(), "'" + DatabaseAccounts.READER + "'%")
			.query(String.class)
			.list();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"v_premium: business_year, state_code, coverage, market, metal_level, rates, set_aside, "
					+ "total_premium, min_premium, max_premium",
			"v_premium_by_state: business_year, state_code, coverage, rates, set_aside, "
					+ "total_premium, average_premium, min_premium, p25_premium, median_premium, p75_premium, "
					+ "max_premium",
			"v_premium_distribution: business_year, state_code, coverage, market, metal_level, from_premium, "
					+ "to_premium, rates, total_premium",
			"v_premium_by_age: business_year, state_code, coverage, market, metal_level, age, "
					+ "age_from, tobacco, rates, set_aside, total_premium, tobacco_rates, "
					+ "total_tobacco_premium, total_premium_of_tobacco_rates",
			"v_tobacco_surcharge: business_year, state_code, coverage, market, metal_level, age, "
					+ "age_from, rates, set_aside, total_premium, total_tobacco_premium, total_surcharge",
			"v_benefit_coverage_by_state: business_year, state_code, coverage, market, metal_level, "
					+ "benefit, benefit_rows, covered, not_covered, ehb, state_mandate, quantity_limited, "
					+ "excluded_from_moop, subject_to_deductible, plans, plans_covering, plans_ehb, "
					+ "plans_limiting",
			"v_benefit_cost_sharing: business_year, state_code, coverage, market, metal_level, "
					+ "benefit, benefit_rows, copay_no_charge, copay_amounts, total_copay, copay_per_day, "
					+ "total_copay_per_day, copay_per_stay, total_copay_per_stay, copay_after_deductible, "
					+ "copay_before_deductible, " + "copay_amounts_after_deductible, "
					+ "total_copay_after_deductible, " + "copay_amounts_before_deductible, "
					+ "total_copay_before_deductible, " + "copay_per_day_after_deductible, "
					+ "total_copay_per_day_after_deductible, " + "copay_per_day_before_deductible, "
					+ "total_copay_per_day_before_deductible, " + "copay_per_stay_after_deductible, "
					+ "total_copay_per_stay_after_deductible, " + "copay_per_stay_before_deductible, "
					+ "total_copay_per_stay_before_deductible, " + "copay_not_applicable, copay_other, copay_blank, "
					+ "coinsurance_no_charge, coinsurance_shares, total_coinsurance, "
					+ "coinsurance_after_deductible, coinsurance_before_deductible, "
					+ "coinsurance_shares_after_deductible, " + "total_coinsurance_after_deductible, "
					+ "coinsurance_shares_before_deductible, " + "total_coinsurance_before_deductible, "
					+ "coinsurance_not_applicable, coinsurance_other, coinsurance_blank",
			"v_plan_value: business_year, state_code, coverage, market, metal_level, plan_type, "
					+ "issuer_id, network_id, standard_component_id, plan_id, plan_name, premium_21, "
					+ "premium_40, premium_60, benefits_covered, benefits_excluded, benefits_limited, "
					+ "benefits_ehb, deductible_individual, deductible_family, moop_individual, moop_family, "
					+ "actuarial_value",
			"v_plan_value_band: business_year, state_code, coverage, market, metal_level, plan_type, "
					+ "benefits_from, benefits_band, deductible_from, deductible_band, moop_from, moop_band, "
					+ "premium_from, premium_band, plans, priced_plans, total_premium_21, total_premium_40, "
					+ "total_premium_60, total_benefits_covered",
			"v_plans_by_network: business_year, state_code, coverage, market, metal_level, "
					+ "plan_type, issuer_id, network_id, network_name, standard_component_id, plans",
			"v_plans_by_issuer: business_year, state_code, coverage, market, metal_level, plan_type, "
					+ "issuer_id, plans",
			"v_county_coverage: business_year, state_code, county_fips, coverage, issuers, plans, "
					+ "individual_issuers, individual_plans, small_group_issuers, small_group_plans",
			"v_plan_transitions: business_year, state_code, coverage, metal_level, to_metal_level, "
					+ "from_plan_id, to_plan_id, outcome, from_step, to_step, level_code, level, reason_code, "
					+ "reason, plans, counties, crosswalk_rows",
			"v_premium_change: business_year, state_code, coverage, market, metal_level, plan_type, "
					+ "issuer_id, from_plan_id, to_plan_id, outcome, plans, premium_before, premium_after, "
					+ "premium_change",
			"v_reconciliation: run_id, dataset, file_name, rows_read, rows_published, rows_rejected, "
					+ "rows_dead_lettered, rows_applied, rows_in_aggregates, rows_set_aside, reconciled, "
					+ "newest_run, serving",
			"v_rejected_rows: run_id, dataset, file_name, line, column_name, reason, message, " + "raw_text",
			"v_data_rules: run_id, dataset, rule_name, effect, field, description, affected_rows",
			"v_flow: dataset, second, rows_applied, rows_rejected, total_delay_seconds, " + "max_delay_seconds",
			"v_run_progress: run_id, state, dataset, rows_total, rows_read, rows_published, "
					+ "rows_rejected, rows_applied, slices, slices_ended, created_at, finished_at, newest_run",
			"v_flow_now: dataset, second, rows_applied, rows_rejected, total_delay_seconds, max_delay_seconds",
			"v_every_rule: run_id, dataset, rule_name, effect, field, description, affected_rows, serving" })
	void viewsHaveTheColumnsThatDashboardsName(String expected) {
		String view = expected.substring(0, expected.indexOf(':'));
		List<String> columns = database.rootClient()
			.sql("select column_name from information_schema.columns where table_schema = ? and table_name = ? "
					+ "order by ordinal_position")
			.params(database.schema(), view)
			.query(String.class)
			.list();
		assertThat(view + ": " + String.join(", ", columns)).isEqualTo(expected);
	}

}
