package io.planstream.endtoend;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.planstream.model.aggregate.HistogramBuckets;
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

	private static List<String> migrations() {
		return database.rootClient()
			.sql("select concat(script, ' ', success) from flyway_schema_history order by installed_rank")
			.query(String.class)
			.list();
	}

	@Test
	void theReaderSeesEveryViewAndNoTable() {
		JdbcClient reader = database.readerClient();
		List<String> views = database.rootClient()
			.sql("select table_name from information_schema.views where table_schema = ? and table_name like 'v\\_%'")
			.param(database.schema())
			.query(String.class)
			.list();
		assertThat(views).hasSizeGreaterThan(10);
		for (String view : views) {
			assertThat(reader.sql("select * from " + view).query().listOfRows()).isEmpty();
		}
		assertThatException().isThrownBy(() -> reader.sql("select * from run").query().listOfRows())
			.withStackTraceContaining("denied");
		assertThatException().isThrownBy(() -> reader.sql("create table t (a int)").update())
			.withStackTraceContaining("denied");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"v_premium: business_year, state_code, coverage, market, metal_level, rates, set_aside, "
					+ "total_premium, min_premium, max_premium",
			"v_premium_by_state: business_year, state_code, coverage, rates, set_aside, total_premium, "
					+ "average_premium, min_premium, p25_premium, median_premium, p75_premium, max_premium",
			"v_premium_distribution: business_year, state_code, coverage, market, metal_level, from_premium, "
					+ "to_premium, rates",
			"v_reconciliation: run_id, dataset, file_name, rows_read, rows_published, rows_rejected, "
					+ "rows_dead_lettered, rows_applied, rows_in_aggregates, rows_set_aside, reconciled" })
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
