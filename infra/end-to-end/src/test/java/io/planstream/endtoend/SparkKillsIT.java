package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.planstream.model.crash.CrashPoint;
import io.planstream.testsupport.fault.Victim;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The driver of the cluster engine dies at every crash point and at random moments,
 * broker and database in between, while ingest-app publishes; Spark alone applies. The
 * seed is printed; {@code -Dplanstream.seed} repeats it, {@code -Dplanstream.spark-kills}
 * says how many.
 */
@Tag("long")
class SparkKillsIT {

	private final long seed = Long.getLong("planstream.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Map<String, Integer> killed = new TreeMap<>();

	@Test
	void whateverIsKilledWheneverTheTablesAreThoseOfAnUndisturbedRun(@TempDir Path directory) {
		int kills = Integer.getInteger("planstream.spark-kills", 15);
		System.out.println("Kills around Spark: " + kills + ", -Dplanstream.seed=" + this.seed);
		try (FaultyStack stack = FaultyStack.of("spark-kills", Samples.of(0.001, 7)).undisturbed();
				AppProcess spark = SparkProcess
					.local(stack.broker().bootstrapServers(), stack.database().throughNetwork(), directory, 2_000)
					.option(SparkProcess.SHORT_LIVED)) {
			stack.consumer().close();
			String run = stack.begin(", \"rowsPerSecond\": 300");
			for (CrashPoint point : new CrashPoint[] { CrashPoint.BETWEEN_BARRIERS, CrashPoint.BEFORE_COMMIT,
					CrashPoint.AFTER_COMMIT }) {
				spark.with(CrashPoint.PROPERTY, point.name() + ":3").start();
				assertThat(spark.awaitExit()).as("exit at " + point + "\n" + spark.logEnd())
					.isEqualTo(CrashPoint.STATUS);
			}
			spark.without(CrashPoint.PROPERTY).start();
			for (int kill = 0; kill < kills && !stack.ended(run); kill++) {
				awaitSomeProgress(stack, run);
				killOne(stack, spark);
			}
			assertThat(spark.isAlive()).as(spark::logEnd).isTrue();
			stack.assertUndisturbed(run);
			System.out.println("Kills around Spark: " + this.killed + ", 0 lost, 0 doubled, seed " + this.seed);
			assertThat(this.killed.get("spark")).as("kills of Spark while rows arrived").isGreaterThanOrEqualTo(3);
		}
	}

	/** Spark mostly; at times with or instead of it another. */
	private void killOne(FaultyStack stack, AppProcess spark) {
		int choice = this.random.nextInt(6);
		if (choice < 4) {
			kill("spark", spark);
		}
		if (choice == 3 || choice == 4) {
			kill("database", stack.database());
		}
		if (choice == 5) {
			kill("broker", stack.broker());
		}
	}

	private void kill(String name, Victim victim) {
		victim.kill();
		victim.startAgain();
		this.killed.merge(name, 1, Integer::sum);
	}

	/** Up to so many rows, but not for long: it may still be starting. */
	private void awaitSomeProgress(FaultyStack stack, String run) {
		int rows = this.random.nextInt(1_000);
		long from = stack.appliedRows(run);
		try {
			await().atMost(Duration.ofSeconds(2 + this.random.nextInt(15)))
				.pollInterval(Duration.ofMillis(20))
				.until(() -> stack.appliedRows(run) >= from + rows);
		}
		catch (ConditionTimeoutException ex) {
			// it is killed while it starts, then
			return;
		}
	}

}
