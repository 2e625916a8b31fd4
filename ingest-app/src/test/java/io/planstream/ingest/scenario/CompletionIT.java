package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.planstream.model.record.PublishedRecord;
import io.planstream.testsupport.server.TestBroker;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CompletionIT extends Scenario {

	@Override
	String[] settings() {
		return new String[] { "planstream.repair-after", "1s", "planstream.keep-runs", "1" };
	}

	@Test
	void isCompleteOnceEverythingIsAppliedAndReconciles() {
		Path file = RateFile.ofRows(2001, 500).brokenRow().write(data, "Rate.csv");
		String run = rest().beginRun(file);
		awaitPublished(run);
		JsonNode running = rest().run(run).body();
		assertThat(running.get("state").asString()).isEqualTo("RUNNING");
		assertThat(running.get("reconciled").asBoolean()).isFalse();
		assertThat(running.get("datasets").get(0).get("read").asLong()).isEqualTo(501);
		await().untilAsserted(() -> assertThat(state(run)).isEqualTo("running"));
		assertThat(samples("planstream_run_reconciled", run)).as("while it runs").isEmpty();
		apply(run);
		JsonNode complete = rest().awaitState(run, "COMPLETE");
		assertThat(complete.get("reconciled").asBoolean()).isTrue();
		assertThat(complete.get("serving").get(0).asString()).isEqualTo("rate 2001");
		JsonNode rates = complete.get("datasets").get(0);
		assertThat(rates.get("published").asLong()).isEqualTo(500);
		assertThat(rates.get("rejected").asLong()).isEqualTo(1);
		assertThat(rates.get("applied").asLong()).isEqualTo(500);
		assertThat(rates.get("inAggregates").asLong()).isEqualTo(500);
		assertThat(complete.get("reconciliation").get(0).get("reconciled").asBoolean()).isTrue();
		JsonNode rejects = rest().get("/api/runs/" + run + "/rejects").body();
		assertThat(rejects.get("total").asLong()).isEqualTo(1);
		assertThat(rejects.get("rejects").get(0).get("line").asLong()).isEqualTo(502);
		assertThat(rejects.get("rejects").get(0).get("column").asString()).isEqualTo("IndividualRate");
		assertMetrics(run);
	}

	private void assertMetrics(String run) {
		await().untilAsserted(() -> {
			assertThat(metric("planstream_rows_applied", run)).isEqualTo(500);
			assertThat(metric("planstream_rows_read", run))
				.isEqualTo(metric("planstream_rows_published", run) + metric("planstream_rows_rejected", run));
			assertThat(metric("planstream_rows_applied", run))
				.isEqualTo(metric("planstream_rows_in_aggregates", run) + metric("planstream_rows_set_aside", run));
			assertThat(metric("planstream_rows_in_files", run)).isEqualTo(metric("planstream_rows_read", run));
			assertThat(state(run)).isEqualTo("complete");
			assertThat(samples("planstream_run_reconciled", run)).hasSize(1);
			assertThat(metric("planstream_run_reconciled", run)).isEqualTo(1);
			assertThat(metric("planstream_run_bearable_rejects", run)).isEqualTo(1000);
			assertThat(metric("planstream_run_gaps", run)).isZero();
			assertThat(metric("planstream_figures_age_seconds", "")).isBetween(0.0, 10.0);
		});
	}

	private double metric(String name, String run) {
		return samples(name, run).stream().mapToDouble(CompletionIT::value).sum();
	}

	private List<String> samples(String name, String run) {
		return rest().text("/actuator/prometheus")
			.lines()
			.filter((line) -> line.matches(name + "[{ ].*") && line.contains(run))
			.toList();
	}

	private static double value(String sample) {
		return Double.parseDouble(sample.substring(sample.lastIndexOf(' ')));
	}

	/** The one state whose gauge is 1. */
	private String state(String run) {
		List<String> present = samples("planstream_run_state", run).stream()
			.filter((sample) -> value(sample) == 1)
			.toList();
		assertThat(present).hasSize(1);
		return present.get(0).replaceAll(".*state=\"(\\w+)\".*", "$1");
	}

	/** Each end is committed while the question for the other is open. */
	@Test
	void isCompleteOnceTheLastOfTwoEndsIsCommittedThatWereAppliedAtTheSameMoment() throws SQLException {
		String run = rest().beginRun(RateFile.ofRows(2012, 100).write(data, "Rate.csv"));
		awaitPublished(run);
		DataSource tables = this.database.root().getDataSource();
		try (Connection one = tables.getConnection(); Connection other = tables.getConnection()) {
			new Applier(this.database).apply(run, (stored) -> stored.topic().equals("marketplace.reject.v1")
					|| !(stored.record() instanceof PublishedRecord.EndOfSlice) || stored.partition() > 1);
			// no standstill, which would be repaired: the rest is still to be consumed
			this.database.root().update("delete from consumer_position");
			end(one, run, 0);
			end(other, run, 1);
			staysRunning(run);
			one.commit();
			staysRunning(run);
			other.commit();
		}
		JsonNode complete = rest().awaitState(run, "COMPLETE");
		assertThat(complete.get("reconciled").asBoolean()).isTrue();
		assertThat(number("select attempt from run where run_id = ?", run)).isEqualTo(1);
	}

	/** Applies the end of a stream as a consumer does, all but the commit. */
	private static void end(Connection connection, String run, int partition) throws SQLException {
		connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		connection.setAutoCommit(false);
		try (PreparedStatement statement = connection
			.prepareStatement("update source_watermark set ended = true, last_sequence = last_sequence + 1 "
					+ "where run_id = ? and topic = 'marketplace.rate.v1' and slice = 0 and `partition` = ? and not ended")) {
			statement.setString(1, run);
			statement.setInt(2, partition);
			assertThat(statement.executeUpdate()).isEqualTo(1);
		}
	}

	/** For longer than there is between two looks. */
	private void staysRunning(String run) {
		await().during(Duration.ofMillis(700))
			.atMost(Duration.ofSeconds(2))
			.until(() -> text("select state from run where run_id = ?", run).equals("RUNNING"));
	}

	@Test
	void theSameContentIsIngestedAlready() {
		Path file = RateFile.ofRows(2002, 50).write(data, "Rate.csv");
		String run = complete(file);
		Rest.Answer again = rest().begin(file);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.text("runId")).isEqualTo(run);
		assertThat(again.body().get("alreadyIngested").asBoolean()).isTrue();
		assertThat(rest().post("/api/inspections", Rest.request(file, Map.of())).text("alreadyIngestedRunId"))
			.isEqualTo(run);
	}

	@Test
	void ofRequestsAtOnceOneBeginsTheRunAndTheOthersAreToldOfIt() {
		Path file = RateFile.ofRows(2041, 100).write(data, "Rate2041.csv");
		List<Rest.Answer> answers = atOnce(8, () -> rest().begin(file));
		String run = answers.get(0).text("runId");
		assertThat(answers).extracting(Rest.Answer::status).containsOnly(202);
		assertThat(answers).extracting((answer) -> answer.text("runId")).containsOnly(run);
		assertThat(runsOfContentOf(run)).isEqualTo(1);
		awaitPublished(run);
		apply(run);
		rest().awaitState(run, "COMPLETE");
		answers = atOnce(8, () -> rest().begin(file, Map.of("force", true)));
		assertThat(answers).filteredOn((answer) -> answer.status() == 202)
			.singleElement()
			.satisfies((answer) -> assertThat(answer.text("runId")).isNotEqualTo(run));
		assertThat(answers).filteredOn((answer) -> answer.status() != 202)
			.hasSize(7)
			.allSatisfy((answer) -> assertThat(answer.text("code")).isEqualTo("RUN_BUSY"));
		assertThat(runsOfContentOf(run)).isEqualTo(2);
	}

	private long runsOfContentOf(String run) {
		return number("select count(*) from run where content_hash = (select content_hash from run where run_id = ?)",
				run);
	}

	private static <T> List<T> atOnce(int times, Supplier<T> action) {
		ExecutorService threads = Executors.newFixedThreadPool(times);
		CompletableFuture<Void> start = new CompletableFuture<>();
		List<CompletableFuture<T>> done = Stream
			.generate(() -> start.thenApplyAsync((started) -> action.get(), threads))
			.limit(times)
			.toList();
		start.complete(null);
		threads.shutdown();
		return done.stream().map(CompletableFuture::join).toList();
	}

	@Test
	void aForcedRunTakesOverAndTheSurplusIsDeleted() {
		Path file = RateFile.ofRows(2003, 50).write(data, "Rate.csv");
		String first = complete(file);
		// as if the clock had been set back since then
		this.database.root().update("update run set created_at = created_at + interval 1 hour where run_id = ?", first);
		String second = complete(file, Map.of("force", true));
		assertThat(second).isNotEqualTo(first);
		assertThat(serving(2003)).containsExactly(second);
		assertThat(number("select sum(rates) from rate_by_age where run_id = ?", second)).isEqualTo(50);
		assertThat(rest().run(first).text("state")).isEqualTo("COMPLETE");
		String third = complete(file, Map.of("force", true));
		assertThat(serving(2003)).containsExactly(third);
		await().until(() -> text("select state from run where run_id = ?", first).equals("DELETED"));
		assertThat(number("select count(*) from rate_by_age where run_id = ?", first)).isZero();
		assertThat(rest().run(first).status()).isEqualTo(404);
		assertThat(rest().text("/api/runs")).contains(second, third).doesNotContain(first);
	}

	private List<String> serving(int year) {
		return this.database.root()
			.queryForList("select run_id from serving_run where dataset = 'rate' and business_year = ?", String.class,
					year);
	}

	@Test
	void aRunThatLacksAStateDoesNotTakeOverByItself() {
		String whole = complete(RateFile.ofRows(2004, 50).write(data, "whole.csv"));
		String part = complete(new RateFile().row(2004, "AK", "Rating Area 1", "21", "100").write(data, "part.csv"));
		assertThat(serving(2004)).containsExactly(whole);
		assertThat(rest().run(part).text("message")).contains("not serving")
			.contains("rate 2004 TX")
			.contains("runs serve " + part);
		assertThat(rest().post("/api/runs/" + part + "/serve", null).status()).isEqualTo(202);
		assertThat(serving(2004)).containsExactly(part);
		assertThat(rest().run(part).body().get("message").isNull()).isTrue();
	}

	@Test
	void deletesOnlyWhatNeitherRunsNorServes() {
		Path file = RateFile.ofRows(2005, 5000).write(data, "Rate.csv");
		String run = rest().beginRun(file, Map.of("rowsPerSecond", 1000));
		assertThat(rest().delete("/api/runs/" + run).text("code")).isEqualTo("RUN_SERVING");
		String other = rest().beginRun(RateFile.ofRows(2005, 5000).write(data, "other.csv"),
				Map.of("rowsPerSecond", 1000));
		assertThat(rest().delete("/api/runs/" + other).text("code")).isEqualTo("RUN_BUSY");
		rest().post("/api/runs/" + other + "/stop", null);
		rest().awaitState(other, "STOPPED");
		assertThat(rest().delete("/api/runs/" + other).status()).isEqualTo(204);
		assertThat(number("select count(*) from slice where run_id = ?", other)).isZero();
		assertThat(rest().beginRun(data.resolve("other.csv"))).as("a tombstone's content gets a new run")
			.isNotEqualTo(other);
	}

	@Test
	void repairsByItselfWhatWasLost() {
		Path file = RateFile.ofRows(2006, 300).write(data, "Rate.csv");
		String run = rest().beginRun(file);
		awaitPublished(run);
		new Applier(this.database).apply(run, (stored) -> stored.record().sequence() != 20);
		await().atMost(Duration.ofSeconds(30)).until(() -> number("select attempt from run where run_id = ?", run) > 1);
		awaitPublished(run);
		apply(run);
		assertThat(rest().awaitState(run, "COMPLETE").get("reconciled").asBoolean()).isTrue();
		assertThat(number("select sum(rates) from rate_by_age where run_id = ?", run)).isEqualTo(300);
		String dropped = "select sum(%s) from source_watermark where topic = 'marketplace.rate.v1' and run_id = ?";
		long gaps = number(dropped.formatted("gaps"), run);
		long duplicates = number(dropped.formatted("duplicates"), run);
		assertThat(gaps).isPositive();
		assertThat(duplicates).isPositive();
		await().untilAsserted(() -> {
			assertThat(metric("planstream_run_gaps", run)).isEqualTo(gaps);
			assertThat(metric("planstream_run_duplicates", run)).isEqualTo(duplicates);
		});
	}

	@Test
	void aRepairLetsTheConsumerGoOnWhereRecordsAreGone() {
		String run = rest().beginRun(RateFile.ofRows(2007, 300).write(data, "Rate.csv"));
		awaitPublished(run);
		String current = Topic.id("marketplace.rate.v1");
		position(0, current, 0);
		position(1, current, Long.MAX_VALUE);
		position(2, "of a topic that was made again", 0);
		assertThat(rest().post("/api/runs/" + run + "/repair", null).status()).isEqualTo(202);
		assertThat(this.database.root()
			.queryForList("select `partition` from consumer_position where topic = 'marketplace.rate.v1'",
					Integer.class))
			.containsExactly(0);
		awaitPublished(run);
		assertThat(number("select attempt from run where run_id = ?", run)).isEqualTo(2);
	}

	private void position(int partition, String topicId, long offset) {
		this.database.root()
			.update("replace into consumer_position values ('marketplace.rate.v1', ?, ?, ?)", partition, topicId,
					offset);
	}

	@Test
	void aRepairMakesATopicThatWasDeletedAnew() {
		String run = rest().beginRun(RateFile.ofRows(2011, 300).write(data, "Rate.csv"));
		awaitPublished(run);
		TestBroker.deleteTopic("marketplace.rate.v1");
		assertThat(rest().post("/api/runs/" + run + "/repair", null).status()).isEqualTo(202);
		awaitPublished(run);
		apply(run);
		assertThat(rest().awaitState(run, "COMPLETE").get("reconciled").asBoolean()).isTrue();
	}

	@Test
	void doesNotRepairWhileTheConsumerIsAway() {
		String run = rest().beginRun(RateFile.ofRows(2008, 300).write(data, "Rate.csv"));
		awaitPublished(run);
		await().during(Duration.ofSeconds(3))
			.atMost(Duration.ofSeconds(5))
			.until(() -> number("select attempt from run where run_id = ?", run) == 1);
	}

	@Test
	void failsWhenTheBooksDiffer() {
		String run = rest().beginRun(RateFile.ofRows(2009, 300).write(data, "Rate.csv"));
		awaitPublished(run);
		this.database.root().update("update source_file set data_rows = data_rows + 1 where run_id = ?", run);
		apply(run);
		JsonNode failed = rest().awaitState(run, "FAILED");
		assertThat(failed.get("message").asString()).contains("does not reconcile").contains("300 read");
		assertThat(failed.get("reconciled").asBoolean()).isFalse();
		await().untilAsserted(() -> {
			assertThat(state(run)).isEqualTo("failed");
			assertThat(samples("planstream_run_reconciled", run)).hasSize(1);
			assertThat(metric("planstream_run_reconciled", run)).isZero();
		});
	}

	@Test
	void ratesTakeTheFactsOfTheirPlans() {
		Path rates = new RateFile().row(2010, "AK", "Rating Area 1", "21", "100").write(data, "Rate.csv");
		String alone = complete(rates);
		assertThat(metalLevels(alone)).containsExactly("Unknown");
		Path plans = RateFile.writeText(data.resolve("PlanAttributes.csv"),
				"BusinessYear,StateCode,IssuerId,PlanId,StandardComponentId,PlanMarketingName,MetalLevel,PlanType,"
						+ "MarketCoverage,DentalOnlyPlan,CSRVariationType,NetworkId,ServiceAreaId\n"
						+ "2010,AK,12345,12345AK0010001-01," + "12345AK0010001,Plan " + System.identityHashCode(this)
						+ ",Silver,HMO,Individual,No,Standard,AKN001,AKS001\n");
		complete(plans);
		String enriched = complete(rates);
		assertThat(enriched).as("better plans are known now").isNotEqualTo(alone);
		assertThat(metalLevels(enriched)).containsExactly("Silver");
		assertThat(rest().begin(rates).status()).as("nothing better is known").isEqualTo(200);
	}

	private List<String> metalLevels(String run) {
		return this.database.root()
			.queryForList("select distinct metal_level from rate_by_age where run_id = ?", String.class, run);
	}

	@Test
	void tellsWhetherItIsWell() {
		assertThat(rest().get("/actuator/health/readiness").text("status")).isEqualTo("UP");
		assertThat(rest().get("/actuator/health").body().get("components").get("kafka").get("status").asString())
			.isEqualTo("UP");
		assertThat(rest().get("/v3/api-docs").body().get("paths").has("/api/runs/{id}/repair")).isTrue();
	}

}
