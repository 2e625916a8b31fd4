package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
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

	private final long seed = Long.getLong("planstream.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final int kills = Integer.getInteger("planstream.kills", 30);

	private final long end = System.nanoTime() + Duration.ofMinutes(Long.getLong("planstream.minutes", 60)).toNanos();

	private RandomFaults faults;

	@Test
	void whateverIsKilledWheneverTheTablesAreThoseOfAnUndisturbedRun() {
		Path data = Samples.of(0.002, 7);
		System.out.println("Random kills: up to " + this.kills + ", -Dplanstream.seed=" + this.seed);
		try (FaultyStack stack = FaultyStack.of("kills", data).undisturbed()) {
			this.faults = new RandomFaults(stack, this.random);
			int runs = 0;
			while (total() < this.kills && !timeIsUp()) {
				String run = stack.begin(", \"rowsPerSecond\": 1500");
				killDuring(stack, run, Math.min(KILLS_A_RUN, this.kills - total()));
				long calm = System.nanoTime();
				stack.assertUndisturbed(run);
				System.out.println("Run " + ++runs + ": equal after " + total() + " kills " + this.faults.done()
						+ ", complete " + Duration.ofNanos(System.nanoTime() - calm).toMillis() + " ms after the last");
			}
		}
		System.out.println("Random kills: " + total() + " of " + this.faults.done() + ", 0 lost, 0 doubled, seed "
				+ this.seed + (timeIsUp() ? "; the minutes ran out" : ""));
		assertThat(total() >= this.kills || timeIsUp()).as(total() + " kills before the time was up").isTrue();
	}

	private int total() {
		return this.faults.total();
	}

	private boolean timeIsUp() {
		return System.nanoTime() > this.end;
	}

	private void killDuring(FaultyStack stack, String run, int kills) {
		int last = total() + kills;
		while (total() < last && !timeIsUp()) {
			awaitSomeProgress(stack, run);
			if (!stack.stack().stateOf(run).equals("RUNNING")) {
				break;
			}
			this.faults.kill(last - total());
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
