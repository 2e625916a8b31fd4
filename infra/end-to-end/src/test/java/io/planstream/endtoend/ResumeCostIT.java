package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a kill of ingest-app costs, at a quarter, at half and near the end of small and of
 * big files: how much is sent again, and how soon the first new row follows readiness.
 */
@Tag("figures")
class ResumeCostIT {

	private static final Duration SOON = Duration.ofSeconds(2);

	/** Of a block's size: rows of a slice differ in length. */
	private static final double ABOUT = 1.25;

	private static final int WORKERS = Math.min(Runtime.getRuntime().availableProcessors(), 4);

	private static final long BLOCK_BYTES = (2L << 20) * 2 / Math.max(2, WORKERS);

	@ParameterizedTest(name = "files of {0} of the full size")
	@CsvSource({ "0.002, 4000", "0.1, 0" })
	void atMostABlockOfEachWorkerIsSentAgainAndTheFirstNewRowComesAtOnce(double scale, int rowsPerSecond) {
		Path data = Samples.of(scale, 7);
		try (Stack stack = Stack.start("resume-cost", data)) {
			String pace = (rowsPerSecond > 0) ? ", \"rowsPerSecond\": " + rowsPerSecond : "";
			String run = stack.postRun(data, pace).get("runId").asString();
			for (double share : new double[] { 0.25, 0.5, 0.95 }) {
				killAt(stack, run, share);
			}
			stack.awaitComplete(run, Duration.ofMinutes(10));
			List<String> tooMany = stack.database()
				.rootClient()
				.sql("select concat_ws(' ', m.slice, m.copies, l.rows_read, l.end_byte - l.start_byte) from "
						+ "(select run_id, slice, sum(duplicates) copies from source_watermark group by run_id, slice) m "
						+ "join slice l on l.run_id = m.run_id and l.slice = m.slice where m.run_id = ? "
						+ "and m.copies * (l.end_byte - l.start_byte) > 3 * ? * l.rows_read")
				.params(run, Math.round(BLOCK_BYTES * ABOUT))
				.query(String.class)
				.list();
			assertThat(tooMany).as("slices of which more than a block was sent again at each of three kills").isEmpty();
		}
	}

	private static void killAt(Stack stack, String run, double share) {
		await().atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(10))
			.until(() -> number(stack, "select sum(rows_read) from slice where run_id = ?", run) > share
					* number(stack, "select sum(data_rows) from source_file where run_id = ?", run));
		stack.ingest().kill();
		awaitApplied(stack, run);
		long copies = copies(stack, run);
		long applied = stack.appliedRows(run);
		long ahead = applied - number(stack, "select sum(rows_published) from slice where run_id = ?", run);
		long start = System.nanoTime();
		stack.ingest().start();
		Duration ready = awaitTrue(start, () -> stack.ingest().status("/actuator/health/readiness") == 200);
		Duration first = awaitTrue(start, () -> stack.appliedRows(run) > applied);
		await().atMost(Duration.ofMinutes(2)).until(() -> copies(stack, run) - copies >= ahead);
		System.out.printf(Locale.ROOT,
				"Killed at %.0f %%: %,d rows beyond the positions, %,d sent again; ready %d ms after the start, "
						+ "first new row in the tables %d ms after that%n",
				share * 100, ahead, copies(stack, run) - copies, ready.toMillis(), first.minus(ready).toMillis());
		assertThat(first.minus(ready)).as("first new row after readiness").isLessThan(SOON);
	}

	/** Until nothing that was sent waits any more. */
	private static void awaitApplied(Stack stack, String run) {
		long[] last = { -1 };
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(2)).until(() -> {
			long before = last[0];
			last[0] = stack.appliedRows(run);
			return last[0] == before;
		});
	}

	private static Duration awaitTrue(long start, Callable<Boolean> condition) {
		await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(10)).until(condition);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static long copies(Stack stack, String run) {
		return number(stack, "select coalesce(sum(duplicates), 0) from source_watermark where run_id = ?", run);
	}

	private static long number(Stack stack, String sql, String run) {
		return stack.database().root().queryForObject(sql, Long.class, run);
	}

}
