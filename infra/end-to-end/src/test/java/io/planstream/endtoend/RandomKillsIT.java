package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.planstream.testsupport.fault.Victim;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;

/**
 * Kills any process at random moments, alone and in pairs, also while it starts, and
 * starts it again at once. {@code -Dplanstream.kills} says how many,
 * {@code -Dplanstream.minutes} for how long at the most; the seed of every choice is
 * printed, and {@code -Dplanstream.seed} repeats it.
 */
class RandomKillsIT {

	private static final int KILLS_A_RUN = 30;

	/** One kill in three comes before anything could settle. */
	private static final int UNSETTLED = 3;

	private static final List<String> NAMES = List.of("broker", "consumer", "database", "ingest");

	private final long seed = Long.getLong("planstream.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final int kills = Integer.getInteger("planstream.kills", 30);

	private final long end = System.nanoTime() + Duration.ofMinutes(Long.getLong("planstream.minutes", 60)).toNanos();

	private final Map<String, Integer> killed = new TreeMap<>();

	@Test
	void whateverIsKilledWheneverTheTablesAreThoseOfAnUndisturbedRun() {
		Path data = Samples.of(0.002, 7);
		System.out.println("Random kills: up to " + this.kills + ", -Dplanstream.seed=" + this.seed);
		try (FaultyStack stack = FaultyStack.of("kills", data).undisturbed()) {
			int runs = 0;
			while (total() < this.kills && System.nanoTime() < this.end) {
				String run = stack.begin(", \"rowsPerSecond\": 1500");
				killDuring(stack, run, Math.min(KILLS_A_RUN, this.kills - total()));
				long calm = System.nanoTime();
				stack.assertUndisturbed(run);
				System.out.println("Run " + ++runs + ": equal after " + total() + " kills " + this.killed
						+ ", complete " + Duration.ofNanos(System.nanoTime() - calm).toMillis() + " ms after the last");
			}
		}
		System.out
			.println("Random kills: " + total() + " of " + this.killed + ", 0 lost, 0 doubled, seed " + this.seed);
	}

	private int total() {
		return this.killed.values().stream().mapToInt(Integer::intValue).sum();
	}

	private void killDuring(FaultyStack stack, String run, int kills) {
		int last = total() + kills;
		while (total() < last && System.nanoTime() < this.end) {
			awaitSomeProgress(stack, run);
			if (!stack.stack().stateOf(run).equals("RUNNING")) {
				break;
			}
			List<String> names = new ArrayList<>(NAMES);
			Collections.shuffle(names, this.random);
			boolean pair = this.random.nextInt(4) == 0 && total() + 2 <= last;
			List<String> chosen = names.subList(0, pair ? 2 : 1);
			List<Victim> victims = chosen.stream().map(stack.victims()::get).toList();
			victims.forEach(Victim::kill);
			victims.forEach(Victim::startAgain);
			chosen.forEach((name) -> this.killed.merge(name, 1, Integer::sum));
		}
		if (!stack.ingest().isAlive() || !stack.consumer().isAlive()) {
			throw new IllegalStateException("An application ended by itself");
		}
		stack.ingest().awaitReady();
		stack.consumer().awaitReady();
	}

	/**
	 * Up to so many rows more, but not for long: what was killed may still be starting.
	 */
	private void awaitSomeProgress(FaultyStack stack, String run) {
		if (this.random.nextInt(UNSETTLED) == 0) {
			return;
		}
		int rows = this.random.nextInt(1_500);
		long from = stack.appliedRows(run);
		try {
			await().atMost(Duration.ofSeconds(2 + this.random.nextInt(4)))
				.pollInterval(Duration.ofMillis(20))
				.until(() -> stack.appliedRows(run) >= from + rows);
		}
		catch (ConditionTimeoutException ex) {
			// it is killed while it starts, then
			return;
		}
	}

}
