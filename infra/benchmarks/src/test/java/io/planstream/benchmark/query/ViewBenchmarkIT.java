package io.planstream.benchmark.query;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.planstream.embedded.DatabaseAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class ViewBenchmarkIT {

	private static TestDatabase database;

	private static TestDatabase empty;

	@BeforeAll
	static void oneRate() {
		database = TestDatabase.create();
		empty = TestDatabase.create();
		database.root().update("insert into serving_run values ('rate', 2016, 'a', now(6))");
		database.root()
			.update("insert into rate_by_issuer values ('a', 2016, 'TX', 'Individual', 'Medical', 'Gold', '11111', "
					+ "2, 0, 60000, 20000, 40000)");
	}

	@AfterAll
	static void drop() {
		database.close();
		empty.close();
	}

	@Test
	void everyViewHasAChart() {
		List<String> views = database.rootClient()
			.sql("select table_name from information_schema.views where table_schema = ? and table_name like 'v\\_%'")
			.param(database.schema())
			.query(String.class)
			.list();
		assertThat(ViewBenchmark.questions()).extracting(Question::view).containsAll(views).isSubsetOf(views);
	}

	@Test
	void measuresEveryChartWithAndWithoutAFilter() {
		Output output = measure(database, "1", "60000");
		assertThat(output.text())
			.contains("v_premium_by_issuer          by issuer_id                             year, state ");
		long filtered = ViewBenchmark.questions().stream().filter(Question::filtered).count();
		long lines = output.text().lines().filter((line) -> line.startsWith("v_")).count();
		assertThat(lines).isEqualTo(ViewBenchmark.questions().size() + 2 * filtered);
		assertThat(output.exitCode()).isZero();
	}

	@Test
	void failsWhenAChartIsTooSlow() {
		Output output = measure(database, "1", "-1");
		assertThat(output.text()).contains("Above -1 ms");
		assertThat(output.exitCode()).isEqualTo(1);
	}

	@Test
	void saysWhenThereIsNothingToMeasure() {
		Output output = measure(empty, "1", "200");
		assertThat(output.text()).contains("ingest some first");
		assertThat(output.exitCode()).isEqualTo(2);
	}

	private static Output measure(TestDatabase subject, String runs, String limit) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int exitCode = ViewBenchmark.run(new String[] { subject.jdbcUrl(), DatabaseAccounts.MIGRATOR, runs, limit },
				Map.of(ViewBenchmark.PASSWORD, subject.accounts().migratorPassword()),
				new PrintStream(bytes, true, StandardCharsets.UTF_8));
		return new Output(exitCode, bytes.toString(StandardCharsets.UTF_8));
	}

	private record Output(int exitCode, String text) {

	}

}
