package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Prometheus scrapes both applications: what it stores of a run is what the run
 * says of itself, no alert fires while all is well, and the right ones do when it is not.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusIT {

	private static final Path DATA = Samples.of(0.001, 3);

	private static Stack stack;

	private static Prometheus prometheus;

	@BeforeAll
	static void start() {
		Programs.require("prometheus", "prometheus");
		stack = Stack.start("prometheus", DATA);
		prometheus = Prometheus.start(Path.of("target", "prometheus").toAbsolutePath(), Map.of("ingest-app",
				stack.ingest().base().substring(7), "consumer-app", stack.consumer().base().substring(7)));
	}

	@AfterAll
	static void stop() {
		if (prometheus != null) {
			prometheus.close();
		}
		if (stack != null) {
			stack.close();
		}
	}

	@Test
	@Order(1)
	void bothApplicationsAreScraped() {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(prometheus.query("up", "job"))
				.isEqualTo(Map.of("ingest-app", 1.0, "consumer-app", 1.0)));
	}

	@Test
	@Order(2)
	void theFiguresOfARunAreThereAndFitEachOther() {
		String run = stack.postRun(DATA, "").get("runId").asString();
		JsonNode complete = stack.awaitComplete(run);
		String selector = "{run=\"" + run + "\"}";
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(prometheus.query("planstream_run_reconciled" + selector, "run"))
				.isEqualTo(Map.of(run, 1.0)));
		for (String figure : List.of("read", "published", "rejected", "applied", "deadLettered", "setAside")) {
			String metric = figure.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
			assertThat(prometheus.value("sum(planstream_rows_" + metric + selector + ")")).as(metric)
				.isEqualTo(sum(complete, figure));
		}
		assertThat(sum(complete, "read")).isGreaterThan(10_000);
		assertThat(prometheus.value("sum(planstream_rows_in_files" + selector + ")")).isEqualTo(sum(complete, "read"));
		assertThat(prometheus.query("planstream_run_state" + selector, "state"))
			.isEqualTo(Map.of("running", 0.0, "stopped", 0.0, "failed", 0.0, "complete", 1.0));
		assertThat(prometheus.value("sum(planstream_rows_applied_total)"))
			.isEqualTo(sum(complete, "applied") + sum(complete, "rejected"));
		assertThat(prometheus.value("""
				planstream_records_received_total - on () sum(planstream_rows_applied_total)
				- on () planstream_records_duplicate_total - on () planstream_records_gap_total
				- on () sum(planstream_records_skipped_total) - on () planstream_records_dead_lettered_total
				- on () planstream_slices_ended_total""")).isZero();
	}

	private static double sum(JsonNode run, String figure) {
		return StreamSupport.stream(run.get("datasets").spliterator(), false)
			.mapToLong((dataset) -> dataset.get(figure).asLong())
			.sum();
	}

	@Test
	@Order(3)
	void noAlertHasFiredForAHealthyRun() {
		assertThat(prometheus.value("count(run:planstream_rows_done:sum)")).as("rules are evaluated").isEqualTo(1);
		assertThat(prometheus.query("count_over_time(ALERTS{alertstate=\"firing\"}[10m])", "alertname")).isEmpty();
	}

	@Test
	@Order(4)
	void aConsumerThatIsDownWhileRowsArePublishedIsReportedUntilItIsBack() {
		stack.consumer().close();
		String run = stack.postRun(DATA, ", \"force\": true, \"rowsPerSecond\": 1000").get("runId").asString();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(
					() -> assertThat(prometheus.firing()).containsExactly("PlanStreamLag", "PlanStreamTargetDown"));
		assertThat(prometheus.query("ALERTS{alertstate=\"firing\", alertname=\"PlanStreamLag\"}", "run"))
			.containsOnlyKeys(run);
		assertThat(prometheus.query("ALERTS{alertstate=\"firing\", alertname=\"PlanStreamTargetDown\"}", "job"))
			.containsOnlyKeys("consumer-app");
		stack.consumer().start().awaitReady();
		stack.awaitComplete(run);
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(prometheus.firing()).isEmpty());
	}

}
