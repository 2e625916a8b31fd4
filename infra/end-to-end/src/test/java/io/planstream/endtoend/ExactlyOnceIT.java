package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import io.planstream.testsupport.reference.Reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExactlyOnceIT {

	private static final Path DATA = Samples.of(0.004, 11);

	private static Stack stack;

	private static String run;

	private static Map<String, List<String>> tables;

	@BeforeAll
	static void ingestOnce() {
		stack = Stack.start("exactly-once", DATA);
		run = stack.postRun(DATA, "").get("runId").asString();
		stack.awaitComplete(run);
		tables = Tables.of(stack.database(), run);
	}

	@AfterAll
	static void stop() {
		stack.close();
	}

	@Test
	@Order(1)
	void everyTableEqualsAnIndependentCount() throws IOException {
		Reference reference = Reference.ofFolder(DATA);
		assertThat(reference.rates().rows()).isGreaterThan(30_000);
		new AgainstReference(stack.database().rootClient(), run).assertEveryTableEqual(reference);
	}

	@Test
	@Order(1)
	void theViewsSayTheSameAsTheTables() {
		assertThat(sum("select count(*) from v_reconciliation where reconciled")).isEqualTo(8);
		assertThat(sum("select sum(rates + set_aside) from v_premium"))
			.isEqualTo(sum("select sum(rows_applied) from v_reconciliation where dataset = 'rate'"))
			.isEqualTo(sum("select sum(rates + set_aside) from v_premium_by_state"))
			.isEqualTo(sum("select sum(rates + set_aside) from v_premium_by_age"))
			.isEqualTo(sum("select sum(rates + set_aside) from v_premium_by_issuer"));
		assertThat(sum("select sum(rates) from v_premium"))
			.isEqualTo(sum("select sum(rates) from v_premium_distribution"));
		assertThat(sum("select count(*) from v_premium_by_state where median_premium is null and rates > 0")).isZero();
		assertThat(sum("select count(*) from v_plan_rate where plan_name = 'Unknown' "
				+ "and standard_component_id not like '%TZ%'"))
			.isZero();
	}

	@Test
	@Order(2)
	void theSameFilesAgainAreIngestedAlready() {
		JsonNode again = stack.postRun(DATA, "");
		assertThat(again.get("runId").asString()).isEqualTo(run);
		assertThat(again.get("alreadyIngested").asBoolean()).isTrue();
		assertThat(Tables.of(stack.database(), run)).isEqualTo(tables);
	}

	@Test
	@Order(3)
	void readingTheTopicsFromTheirBeginningChangesNothing() {
		long records = sum("select sum(next_offset) from consumer_position");
		stack.consumer().close();
		stack.database().root().update("update consumer_position set next_offset = 0");
		stack.consumer().start().awaitReady();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> sum("select sum(next_offset) from consumer_position") == records);
		assertThat(Tables.of(stack.database(), run)).isEqualTo(tables);
		assertThat(sum("select sum(duplicates) from source_watermark")).isEqualTo(records);
		assertThat(sum("select count(*) from v_reconciliation where not reconciled")).isZero();
	}

	@Test
	@Order(4)
	void aForcedRunTakesOverWithTheSameFigures() {
		List<Map<String, Object>> premiums = premiums();
		String forced = stack.postRun(DATA, ", \"force\": true").get("runId").asString();
		assertThat(forced).isNotEqualTo(run);
		stack.awaitComplete(forced);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> sum("select count(*) from serving_run where run_id <> '" + forced + "'") == 0);
		assertThat(Tables.of(stack.database(), forced)).isEqualTo(tables);
		assertThat(premiums()).isEqualTo(premiums);
	}

	private static List<Map<String, Object>> premiums() {
		return stack.database()
			.readerClient()
			.sql("select * from v_premium order by business_year, state_code, coverage, market, metal_level")
			.query()
			.listOfRows();
	}

	private static long sum(String sql) {
		return stack.database().root().queryForObject(sql, Long.class);
	}

}
