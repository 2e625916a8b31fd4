package io.planstream.endtoend;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

import io.planstream.embedded.FreePorts;
import io.planstream.model.crash.CrashPoint;
import io.planstream.testsupport.server.ConsumerGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One fault each in the middle of a run; afterwards the tables are those of an
 * undisturbed run. Time limits of both applications are short here, so that an outage
 * outlasts them within seconds. What is tagged {@code long} waits for such limits, and
 * runs with {@code -Pchaos} and {@code -Pfull} only.
 */
class FaultsIT {

	private static final int ROWS_PER_SECOND = 4_000;

	private static final String SLOWLY = ", \"rowsPerSecond\": " + ROWS_PER_SECOND;

	/** Longer than a session and a delivery may take. */
	private static final Duration TOO_LONG = Duration.ofSeconds(8);

	/** Longer than a poll may take, three tries to get a connection included. */
	private static final Duration LONGER_THAN_A_POLL = Duration.ofSeconds(16);

	private static FaultyStack stack;

	@BeforeAll
	static void start() {
		stack = FaultyStack.of("faults", Samples.of(0.001, 7));
		// most of the time is that of starting
		stack.consumer()
			.option(SparkProcess.SHORT_LIVED)
			.with("spring.kafka.consumer.properties.max.poll.interval.ms", "14000")
			.with("spring.kafka.consumer.properties.session.timeout.ms", "6000");
		stack.ingest()
			.option(SparkProcess.SHORT_LIVED)
			.with("spring.kafka.producer.properties.delivery.timeout.ms", "5000")
			.with("spring.kafka.producer.properties.request.timeout.ms", "3000");
		stack.undisturbed();
	}

	@AfterAll
	static void stop() {
		stack.close();
	}

	/** So that a scenario that fails does not make the next ones fail. */
	@AfterEach
	void awaitCalm() {
		stack.database().network().heal();
		stack.broker().network().heal();
		await("runs to end").atMost(Duration.ofMinutes(3))
			.until(() -> stack.number("select count(*) from run where state = 'RUNNING'") == 0);
	}

	@Test
	void processesThatDieAtTheWorstMomentsLoseAndDoubleNothing() {
		String run = stack.begin(", \"rowsPerSecond\": 1500");
		stack.ingest().kill();
		stack.consumer().kill();
		// the first leaves acknowledged records, which every consumer after it needs to
		// get anywhere
		dieAt(CrashPoint.AFTER_ACKNOWLEDGEMENT, CrashPoint.BETWEEN_BARRIERS);
		dieAt(CrashPoint.AFTER_SLICE_MOVED, CrashPoint.BEFORE_COMMIT);
		dieAt(CrashPoint.AFTER_SEND, CrashPoint.AFTER_COMMIT);
		stack.ingest().start();
		stack.consumer().start();
		stack.ingest().awaitReady();
		stack.assertUndisturbed(run);
	}

	@Test
	@Tag("long")
	void aDatabaseThatIsAwayForLongerThanAPollMayTakeIsWaitedForWithoutARebalance() {
		String run = beginAndSeeItMove();
		Set<String> members = members();
		stack.database().kill();
		awaitNotReady(stack.consumer());
		pass(LONGER_THAN_A_POLL);
		assertThat(stack.consumer().status("/actuator/health/liveness")).isEqualTo(200);
		assertThat(stack.ingest().status("/actuator/health/liveness")).isEqualTo(200);
		stack.database().startAgain();
		stack.assertRowsMove(run, "the database is back after " + LONGER_THAN_A_POLL);
		stack.assertUndisturbed(run);
		assertThat(members()).as("members of the group, which a rebalance would change").isEqualTo(members);
	}

	@Test
	@Tag("long")
	void aBrokerThatIsAwayForLongerThanADeliveryMayTakeIsWaitedFor() {
		String run = beginAndSeeItMove();
		stack.broker().kill();
		awaitNotReady(stack.ingest());
		pass(TOO_LONG);
		stack.broker().startAgain();
		stack.broker().awaitReady();
		stack.assertRowsMove(run, "the broker is back after " + TOO_LONG);
		stack.assertUndisturbed(run);
	}

	@Test
	@Tag("long")
	void aConsumerThatWakesUpAfterAnotherTookOverAppliesNothingTwice() {
		String run = beginAndSeeItMove();
		try (AppProcess other = stack.consumer().twin(FreePorts.pick()).start().awaitReady()) {
			stack.consumer().freeze();
			pass(TOO_LONG);
			stack.assertRowsMove(run, "a consumer froze");
			stack.consumer().thaw();
			stack.assertUndisturbed(run);
			assertThat(other.isAlive()).isTrue();
		}
	}

	@Test
	@Tag("long")
	void anIngestionThatWakesUpAfterAnotherTookOverMovesNothing() {
		String run = beginAndSeeItMove();
		stack.ingest().freeze();
		try (AppProcess other = stack.ingest().twin(FreePorts.pick()).start().awaitReady()) {
			await("the run to be taken over").atMost(Duration.ofSeconds(30))
				.until(() -> stack.number("select attempt from run where run_id = '" + run + "'") > 1);
			stack.ingest().thaw();
			stack.assertUndisturbed(run);
			assertThat(other.isAlive()).isTrue();
		}
	}

	@Test
	@Tag("long")
	void consumersThatComeAndGoWhileRowsArriveCountEachOnce() {
		String run = stack.begin(", \"rowsPerSecond\": 200");
		int left = 0;
		for (int joined = 0; joined < 3 && !stack.ended(run); joined++) {
			try (AppProcess other = stack.consumer().twin(FreePorts.pick()).start().awaitReady()) {
				stack.assertRowsMove(run, "a consumer joined");
				assertThat(other.isAlive()).isTrue();
			}
			left += stack.ended(run) ? 0 : 1;
			stack.assertRowsMove(run, "a consumer left");
		}
		assertThat(left).as("consumers that left while rows arrived").isPositive();
		stack.assertUndisturbed(run);
	}

	@Test
	@Tag("long")
	@EnabledOnOs(OS.LINUX)
	void aBrokerThatCannotWriteBecauseItsDiskIsFullGoesOnWhenThereIsRoom() {
		String run = beginAndSeeItMove();
		stack.broker().limitFiles(1);
		await("the broker to give up").atMost(Duration.ofSeconds(60)).until(() -> !stack.broker().process().isAlive());
		stack.broker().startAgain();
		stack.broker().awaitReady();
		stack.assertRowsMove(run, "the broker's disk was full");
		stack.assertUndisturbed(run);
	}

	@Test
	void commitsWhoseAnswerTheNetworkLosesAreDecidedByThePosition() {
		String run = beginAndSeeItMove();
		stack.database().network().cutAnswersTo("commit", 8);
		await("all answers to be cut").atMost(Duration.ofSeconds(60))
			.until(() -> stack.database().network().answersToCut() == 0);
		stack.assertUndisturbed(run);
	}

	@Test
	@Tag("long")
	void aSlowAndNarrowNetworkThatBreaksNowAndThenLosesNothing() {
		String run = stack.begin(SLOWLY);
		stack.database().network().delay(Duration.ofMillis(5));
		stack.broker().network().throttle(1_000_000);
		for (int cut = 0; cut < 5; cut++) {
			long from = stack.appliedRows(run);
			await().atMost(Duration.ofSeconds(60)).until(() -> stack.appliedRows(run) > from || stack.ended(run));
			stack.database().network().cut();
			stack.broker().network().cut();
		}
		stack.database().network().heal();
		stack.broker().network().heal();
		stack.assertUndisturbed(run);
	}

	@Test
	void connectionsThatTheServerKillsAndRowsThatOthersLockAreTriedAgain() throws SQLException {
		String run = beginAndSeeItMove();
		try (Connection holder = stack.tables().root().getDataSource().getConnection();
				Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("select * from consumer_position for update");
			pass(Duration.ofSeconds(6));
			holder.rollback();
		}
		for (long id : stack.tables()
			.root()
			.queryForList("select id from information_schema.processlist where user like 'planstream\\_%'",
					Long.class)) {
			stack.tables().rootClient().sql("kill " + id).update();
		}
		stack.assertRowsMove(run, "locks were held and connections killed");
		stack.assertUndisturbed(run);
	}

	@Test
	void aRunThatWasDeletedWhileItsRecordsWaitedStaysDeletedAlsoWhenTopicsAreReadAgain() {
		stack.consumer().kill();
		String deleted = stack.begin(SLOWLY);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> stack.number("select sum(rows_read) from slice where run_id = '" + deleted + "'") > 3_000);
		stack.stack().post(deleted, "stop");
		await().atMost(Duration.ofSeconds(30)).until(() -> stack.stack().stateOf(deleted).equals("STOPPED"));
		stack.stack().delete(deleted);
		stack.consumer().start().awaitReady();
		String run = stack.begin("");
		stack.assertUndisturbed(run);
		long records = stack.number("select sum(next_offset) from consumer_position");
		stack.consumer().close();
		stack.tables().root().update("update consumer_position set next_offset = 0");
		stack.consumer().start().awaitReady();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> stack.number("select sum(next_offset) from consumer_position") == records);
		stack.assertUndisturbed(run);
		for (String table : new String[] { "source_watermark", "rate_by_age", "plan", "dataset_total" }) {
			assertThat(stack.number("select count(*) from " + table + " where run_id = '" + deleted + "'")).as(table)
				.isZero();
		}
	}

	/** Both at once, because most of the time is that of starting. */
	private static void dieAt(CrashPoint ofIngest, CrashPoint ofConsumer) {
		stack.ingest().with(CrashPoint.PROPERTY, ofIngest.name()).start();
		stack.consumer().with(CrashPoint.PROPERTY, ofConsumer.name()).start();
		awaitDeath(stack.ingest(), ofIngest);
		awaitDeath(stack.consumer(), ofConsumer);
	}

	private static void awaitDeath(AppProcess victim, CrashPoint point) {
		assertThat(victim.awaitExit()).as("exit at " + point + "\n" + victim.logEnd()).isEqualTo(CrashPoint.STATUS);
		victim.without(CrashPoint.PROPERTY);
	}

	private static String beginAndSeeItMove() {
		return stack.beginAndSeeItMove(ROWS_PER_SECOND);
	}

	private static void awaitNotReady(AppProcess app) {
		await("an outage to be noticed").atMost(Duration.ofSeconds(30))
			.until(() -> app.status("/actuator/health/readiness") == 503);
	}

	/** The fault itself takes this long. */
	private static void pass(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		await().atMost(time.plusSeconds(5)).until(() -> System.nanoTime() >= end);
	}

	private static Set<String> members() {
		return ConsumerGroup.members(stack.broker().bootstrapServers());
	}

}
