package io.planstream.endtoend;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What became of the rows of a run, from the tables of every stage.
 */
final class Fates {

	private Fates() {
	}

	/** Each row read is applied or rejected, once; no stream has a hole. */
	static void assertOneEach(TestDatabase database, String run) {
		assertThat(database.rootClient()
			.sql("select concat_ws(' ', file_name, rows_read, rows_published, rows_rejected, rows_applied, "
					+ "rows_dead_lettered, rows_in_aggregates, rows_set_aside) from v_reconciliation where run_id = ? "
					+ "and not (reconciled and rows_read = rows_published + rows_rejected "
					+ "and rows_published = rows_applied and rows_dead_lettered = 0 "
					+ "and rows_applied = rows_in_aggregates + rows_set_aside)")
			.param(run)
			.query(String.class)
			.list()).as("files of run " + run + " whose rows do not have one fate each").isEmpty();
		assertThat(database.rootClient()
			.sql("select concat_ws(' ', topic, slice, `partition`, last_sequence, applied_rows) from source_watermark "
					+ "where run_id = ? and (not ended or last_sequence <> applied_rows)")
			.param(run)
			.query(String.class)
			.list()).as("streams of run " + run + " that did not apply each sequence once").isEmpty();
		assertThat(database.root().queryForObject("select count(*) from dead_letter", Long.class))
			.as("good rows among the dead letters")
			.isZero();
	}

	/** The relations that the gauges of a run promise, from outside. */
	static void assertMetricsAgree(AppProcess ingest, String run) {
		await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
			Map<String, Double> rows = gauges(ingest, run);
			assertThat(rows.get("read")).isPositive().isEqualTo(rows.get("published") + rows.get("rejected"));
			assertThat(rows.get("published")).isEqualTo(rows.get("applied") + rows.get("dead_lettered"));
			assertThat(rows.get("applied")).isEqualTo(rows.get("in_aggregates") + rows.get("set_aside"));
		});
	}

	private static Map<String, Double> gauges(AppProcess ingest, String run) {
		String text = ingest.get("/actuator/prometheus");
		Map<String, Double> rows = new HashMap<>();
		for (String name : List.of("read", "published", "rejected", "applied", "dead_lettered", "in_aggregates",
				"set_aside")) {
			rows.put(name,
					text.lines()
						.filter((line) -> line.startsWith("planstream_rows_" + name + "{") && line.contains(run))
						.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
						.sum());
		}
		return rows;
	}

}
