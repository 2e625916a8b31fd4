package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.model.record.PublishedRecord;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ResumeIT extends Scenario {

	private static final Map<String, Object> PACED = Map.of("rowsPerSecond", 2000);

	@Test
	void theNextStartGoesOnAtOnceAfterAnOrderlyEnd() {
		String run = begin(6000);
		this.app.close();
		assertThat(text("select state from run where run_id = ?", run)).isEqualTo("RUNNING");
		long read = number("select rows_read from slice where run_id = ?", run);
		assertThat(read).isBetween(1L, 5999L);
		this.app = App.start(this.database, data);
		awaitPublished(run);
		assertThat(number("select attempt from run where run_id = ?", run)).isEqualTo(2);
		assertEachRowOnce(run, 6000);
	}

	@Test
	void aZombieMovesNothingAndItsSuccessorGoesOnFromTheCommittedPosition() {
		String run = begin(6000);
		String sequences = stealFromWorker(run);
		awaitPublished(run);
		assertThat(number("select attempt from run where run_id = ?", run)).isGreaterThan(1);
		assertEachRowOnce(run, 6000);
		assertSentAgainFromThePosition(run, sequences);
		apply(run);
		assertThat(rest().awaitState(run, "COMPLETE").get("reconciled").asBoolean()).isTrue();
	}

	@Test
	void goesOnWhenBatchLosesItsTables() {
		String run = begin(6000);
		JdbcTemplate root = this.database.root();
		root.execute("rename table BATCH_STEP_EXECUTION to BATCH_STEP_EXECUTION_AWAY");
		await().until(() -> number("select attempt from run where run_id = ?", run) > 1);
		root.execute("rename table BATCH_STEP_EXECUTION_AWAY to BATCH_STEP_EXECUTION");
		awaitPublished(run);
		assertEachRowOnce(run, 6000);
	}

	@Test
	void canBeStoppedAndResumed() {
		String run = begin(6000);
		assertThat(rest().post("/api/runs/" + run + "/stop", null).status()).isEqualTo(202);
		rest().awaitState(run, "STOPPED");
		long read = number("select rows_read from slice where run_id = ?", run);
		assertThat(read).isLessThan(6000);
		assertThat(rest().post("/api/runs/" + run + "/resume", null).text("state")).isEqualTo("RUNNING");
		awaitPublished(run);
		assertEachRowOnce(run, 6000);
	}

	@Test
	void theSameContentResumesItsStoppedRun() {
		String run = begin(6000);
		rest().post("/api/runs/" + run + "/stop", null);
		rest().awaitState(run, "STOPPED");
		assertThat(rest().beginRun(data.resolve("Rate.csv"))).isEqualTo(run);
		awaitPublished(run);
	}

	private String begin(int rows) {
		Path file = RateFile.ofRows(2016, rows).write(data, "Rate.csv");
		String run = rest().beginRun(file, PACED);
		awaitRowsRead(run, 1);
		return run;
	}

	/**
	 * As another instance would, that then vanishes; its lease is one from before the
	 * server's clock was set back.
	 */
	private String stealFromWorker(String run) {
		JdbcTemplate root = this.database.root();
		root.update("""
				update run_owner o join slice s on s.run_id = o.run_id
				set o.owner = 'another instance', o.epoch = o.epoch + 1, s.owner_epoch = s.owner_epoch + 1,
				  o.lease_until = utc_timestamp(6) + interval 1 hour
				where o.run_id = ?""", run);
		return text("select sequences from slice where run_id = ?", run);
	}

	private void assertEachRowOnce(String run, int rows) {
		Topic.assertEachRowOnce(Topic.of(run), rows);
	}

	private void assertSentAgainFromThePosition(String run, String sequences) {
		long[] committed = Arrays.stream(sequences.split(",")).mapToLong(Long::parseLong).toArray();
		Map<String, Integer> copies = new HashMap<>();
		List<Topic.Stored> rates = Topic.of(run)
			.stream()
			.filter((stored) -> stored.record() instanceof PublishedRecord.OfRow)
			.toList();
		rates.forEach((stored) -> copies.merge(stored.stream() + " " + stored.record().sequence(), 1, Integer::sum));
		for (Topic.Stored stored : rates) {
			if (copies.get(stored.stream() + " " + stored.record().sequence()) > 1) {
				assertThat(stored.record().sequence()).isGreaterThanOrEqualTo(committed[stored.partition()]);
			}
		}
	}

}
