package io.planstream.consumer.apply;

import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.planstream.consumer.outage.Outage;
import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.ContractVersion;
import io.planstream.model.RunId;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.PublishedRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test has a run of its own; the schema, the topics and, between tests that restart
 * it, the application are shared.
 */
class ExactlyOnceIT {

	private static final String RATES = Dataset.RATE.topic();

	private static Scene scene;

	private static RunningConsumer consumer;

	@BeforeAll
	static void open() {
		scene = new Scene();
		consumer = scene.start().awaitReady();
	}

	@AfterAll
	static void close() {
		consumer.close();
		scene.close();
	}

	/** As {@link io.planstream.consumer.metrics.ApplyMetrics} promises it. */
	@AfterEach
	void countsOfRecordsAddUp() {
		Scene.await()
			.untilAsserted(() -> assertThat(count("records.received"))
				.isEqualTo(count("rows.applied") + count("records.duplicate") + count("records.gap")
						+ count("records.skipped") + count("records.dead.lettered") + count("slices.ended")));
	}

	private static double count(String name) {
		return consumer.bean(MeterRegistry.class)
			.find("planstream." + name)
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	@Test
	void appliesEachRowOnce() {
		RunId run = scene.run(1);
		try (Publisher publisher = scene.publisher(run)) {
			publishTwoStates(publisher);
		}
		Scene.await().until(() -> scene.applied(run) == 20_000 && scene.ended(run) == 3);
		assertThat(scene.number("select sum(rates) from rate_by_age where run_id = '" + run + "'")).isEqualTo(20_000);
		assertThat(scene.number("select sum(premium_cents) from rate_by_age where run_id = '" + run + "'"))
			.isEqualTo(10_000L * 30_000 + 2 * (9_999L * 10_000 / 2));
		assertThat(scene.number("select sum(aggregated_rows) from dataset_total where run_id = '" + run + "'"))
			.isEqualTo(20_000);
	}

	@Test
	void dropsDuplicatesAndWhatFollowsAGap() {
		RunId run = scene.run(2);
		try (Publisher publisher = scene.publisher(run)) {
			for (long sequence : new long[] { 0, 1, 2, 1, 2, 3, 5, 6, 4, 5, 6, 6 }) {
				publisher.rate(0, 0, sequence, Scene.rate("TX", 21, 100 + sequence));
			}
		}
		Scene.await().until(() -> scene.watermarks(run).equals(List.of("0 6 applied 7 duplicates 3 gaps 2")));
		assertThat(scene.number("select sum(premium_cents) from rate_by_age where run_id = '" + run + "'"))
			.isEqualTo(7 * 100 + 21);
	}

	@Test
	void readingFromTheBeginningAgainChangesNothing() {
		RunId run = scene.run(3);
		try (Publisher publisher = scene.publisher(run)) {
			publishTwoStates(publisher);
		}
		Scene.await().until(() -> scene.applied(run) == 20_000 && scene.ended(run) == 3 && scene.fresh());
		List<String> before = scene.results();
		long records = scene.number("select sum(next_offset) from consumer_position");
		consumer.close();
		scene.sql().sql("update consumer_position set next_offset = 0").update();
		consumer = scene.start().awaitReady();
		Scene.await().until(() -> scene.number("select sum(next_offset) from consumer_position") == records);
		Scene.await().until(scene::fresh);
		assertThat(scene.results()).isEqualTo(before);
	}

	@Test
	void aPositionMovedWhileItIsReadIsFollowed() {
		RunId run = scene.run(4);
		try (Publisher publisher = scene.publisher(run)) {
			publishTwoStates(publisher);
			publisher.flush();
			Scene.await().until(() -> scene.applied(run) == 20_000);
			scene.sql().sql("update consumer_position set next_offset = 0").update();
			publishTwoStates(publisher);
		}
		Scene.await().until(() -> scene.applied(run) == 40_000);
		assertThat(scene.number("select sum(duplicates) from source_watermark where run_id = '" + run + "'"))
			.isEqualTo(20_000 + 3);
	}

	@Test
	void undecodableRecordsBecomeDeadLettersOnceAndNothingElseIsLost() {
		RunId run = scene.run(5);
		try (Publisher publisher = scene.publisher(run)) {
			publisher.rate(0, 0, 0, Scene.rate("TX", 21, 100));
			publisher.send(RATES, 0, new byte[] { 1, 2, 3 });
			publisher.send(RATES, 0, null);
			publisher.rate(0, 0, 1, Scene.rate("TX", 21, 100));
		}
		Scene.await().until(() -> scene.applied(run) == 2);
		assertThat(scene.sql()
			.sql("select concat_ws(' ', reason, length(payload), topic_id = (select topic_id from consumer_position p "
					+ "where p.topic = d.topic and p.`partition` = 0)) from dead_letter d where run_id is null "
					+ "and `partition` = 0 " + "order by record_offset")
			.query(String.class)
			.list()).containsExactly("UNDECODABLE 3 1", "UNDECODABLE 0 1");
	}

	@Test
	void recordsOfAnotherContractWaitForItsReleaseAndAreLeftOutOnceTheirRunHasEnded() {
		RunId run = scene.run(11);
		underContract(run, ContractVersion.CURRENT + 1);
		long buried = scene.number("select count(*) from dead_letter");
		try (Publisher publisher = scene.publisher(run)) {
			publisher.rate(0, 0, 0, Scene.rate("TX", 21, 100));
			publisher.rate(0, 1, 0, Scene.rate("NY", 21, 100));
			publisher.send(RATES, 2, ofAnUnknownSchema());
			publisher.flush();
			Scene.await().until(() -> consumer.health("readiness") == 503);
			Scene.await()
				.until(() -> consumer.bean(Outage.class).description().orElse("").contains("contract version"));
			assertThat(scene.applied(run)).isZero();
			assertThat(scene.number("select count(*) from dead_letter")).isEqualTo(buried);
			underContract(run, ContractVersion.CURRENT);
			Scene.await().until(() -> scene.applied(run) == 2);
			underContract(run, ContractVersion.CURRENT - 1);
			publisher.rate(0, 0, 1, Scene.rate("TX", 21, 100));
			publisher.flush();
			Scene.await().until(() -> consumer.health("readiness") == 503);
			scene.sql().sql("update run set state = 'FAILED' where run_id = ?").param(run.toString()).update();
		}
		consumer.awaitReady();
		assertThat(scene.applied(run)).isEqualTo(2);
		assertThat(scene.number("select count(*) from dead_letter")).isEqualTo(buried + 1);
	}

	private static void underContract(RunId run, int version) {
		scene.sql()
			.sql("update run set contract_version = ? where run_id = ?")
			.params(version, run.toString())
			.update();
	}

	private static byte[] ofAnUnknownSchema() {
		return new byte[] { (byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
	}

	@Test
	void aRowThatTheDatabaseRefusesBecomesADeadLetterAndTheOthersAreApplied() {
		RunId run = scene.run(6);
		try (Publisher publisher = scene.publisher(run)) {
			for (int sequence = 0; sequence < 1000; sequence++) {
				String state = (sequence == 700) ? "a state with a very long name" : "TX";
				publisher.rate(0, 1, sequence, Scene.rate(state, 21, 100));
			}
		}
		Scene.await().until(() -> scene.applied(run) == 999);
		assertThat(scene.number("select dead_lettered_rows from source_watermark where run_id = '" + run + "'"))
			.isEqualTo(1);
		assertThat(scene
			.number("select sequence from dead_letter where reason = 'REFUSED_BY_DATABASE' and run_id = '" + run + "'"))
			.isEqualTo(700);
		assertThat(scene.number("select sum(rates) from rate_by_age where run_id = '" + run + "'")).isEqualTo(999);
	}

	@Test
	void rowsOfDeletedAndUnknownRunsAreSkipped() {
		RunId deleted = scene.run(7);
		scene.sql().sql("update run set state = 'DELETED' where run_id = ?").param(deleted.toString()).update();
		RunId unknown = new RunId(42);
		RunId known = scene.run(8);
		for (RunId run : List.of(deleted, unknown, known)) {
			try (Publisher publisher = scene.publisher(run)) {
				publishTwoStates(publisher);
			}
		}
		Scene.await().until(() -> scene.applied(known) == 20_000);
		assertThat(scene.watermarks(deleted)).isEmpty();
		assertThat(scene.watermarks(unknown)).isEmpty();
		assertThat(scene.number("select count(distinct run_id) from rate_by_age where run_id in ('" + deleted + "', '"
				+ unknown + "')"))
			.isZero();
	}

	@Test
	void rejectsAreStoredAsTheyWereFound() {
		RunId run = scene.run(9);
		try (Publisher publisher = scene.publisher(run)) {
			for (int i = 0; i < 1200; i++) {
				publisher.reject(0, 0, new Problem(Problem.Reason.NOT_A_NUMBER, "IndividualRate", "'n/a' is no number"),
						new PublishedRecord.RawText("caf\u00e9 \ud83d\ude00 " + "x".repeat(16_000), 20_000,
								"0".repeat(64)));
			}
		}
		Scene.await().until(() -> scene.applied(run) == 1200);
		assertThat(scene.number("select count(*) from rejected_row where run_id = '" + run + "' and raw_length = 20000 "
				+ "and char_length(raw_text) = 16007 and column_name = 'IndividualRate'"))
			.isEqualTo(1200);
	}

	@Test
	void offsetsThatKafkaForgotOrHasWrongDoNotMatter() {
		RunId run = scene.run(10);
		try (Publisher publisher = scene.publisher(run)) {
			publishTwoStates(publisher);
			publisher.flush();
			Scene.await().until(() -> scene.applied(run) == 20_000 && scene.ended(run) == 3);
			consumer.close();
			scene.forgetGroup();
			publishTwoStates(publisher);
			publisher.flush();
			consumer = scene.start().awaitReady();
			Scene.await().until(() -> scene.applied(run) == 40_000);
		}
		assertThat(scene.number("select sum(duplicates + gaps) from source_watermark where run_id = '" + run + "'"))
			.isZero();
	}

	private static void publishTwoStates(Publisher publisher) {
		for (int i = 0; i < 10_000; i++) {
			publisher.rate(0, Scene.rate("TX", 21 + i % 40, 10_000 + i));
			publisher.rate(0, Scene.rate("AK", 21 + i % 40, 20_000 + i));
		}
		publisher.endOfSlice(RATES, 0);
	}

}
