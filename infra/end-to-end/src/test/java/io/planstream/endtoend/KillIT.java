package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills applications at random moments of a run and starts them again, on whatever
 * database server the tests are given; {@link RandomKillsIT} kills servers too, on its
 * own. The seed is printed; {@code -Dplanstream.seed} repeats it,
 * {@code -Dplanstream.kills} says how many.
 */
class KillIT {

	private static final int KILLS_A_RUN = 4;

	private static final Path DATA = Samples.of(0.004, 7);

	@Test
	@Tag("long")
	void killedApplicationsLeaveTheTablesOfAnUndisturbedRun() {
		int kills = Integer.getInteger("planstream.kills", KILLS_A_RUN);
		try (Stack stack = Stack.start("kill", DATA)) {
			assertThatKillsChangeNothing(stack, kills);
		}
	}

	private static void assertThatKillsChangeNothing(Stack stack, int kills) {
		long seed = Long.getLong("planstream.seed", System.nanoTime());
		System.out.println("KillIT: " + kills + " kills, -Dplanstream.seed=" + seed);
		Random random = new Random(seed);
		String undisturbed = stack.postRun(DATA, "").get("runId").asString();
		stack.awaitComplete(undisturbed);
		Map<String, List<String>> expected = Tables.of(stack.database(), undisturbed);
		for (int killed = 0; killed < kills; killed += KILLS_A_RUN) {
			String run = stack.postRun(DATA, ", \"force\": true, \"rowsPerSecond\": 6000").get("runId").asString();
			for (int kill = 0; kill < Math.min(KILLS_A_RUN, kills - killed); kill++) {
				awaitProgress(stack, run, random.nextInt(3_000));
				killApplications(stack, random.nextInt(3));
			}
			stack.awaitComplete(run, Duration.ofMinutes(5));
			assertThat(Tables.of(stack.database(), run)).as("seed " + seed).isEqualTo(expected);
		}
	}

	private static void killApplications(Stack stack, int which) {
		List<AppProcess> victims = switch (which) {
			case 0 -> List.of(stack.ingest());
			case 1 -> List.of(stack.consumer());
			default -> List.of(stack.ingest(), stack.consumer());
		};
		victims.forEach(AppProcess::kill);
		victims.forEach(AppProcess::start);
		victims.forEach(AppProcess::awaitReady);
	}

	/** Waits until so many more rows are applied, or everything is. */
	private static void awaitProgress(Stack stack, String run, int rows) {
		long from = stack.appliedRows(run);
		await().atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> stack.appliedRows(run) >= from + rows || !stack.stateOf(run).equals("RUNNING"));
	}

}
