package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToLongFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Rows at a steady rate for an hour, with faults at random moments all the time: nothing
 * is lost or doubled, the rate is held, and no process grows. {@code -Pchaos} with
 * {@code -Dit.test=SoakIT}; {@code -Dplanstream.minutes} says for how long,
 * {@code -Dplanstream.rate} how many rows per second.
 *
 * <p>
 * The rate counts from the first run's beginning to the last one's end, outages, starts
 * and comparisons included. A run cannot make up for what it lost itself; the next one is
 * offered faster, so that its end is on schedule again. In the first and in the last
 * quarter half of the faults kill, in between all processes live on.
 */
@Tag("soak")
class SoakIT {

	private static final Duration LEAST_PAUSE = Duration.ofSeconds(15);

	private static final Duration MOST_PAUSE = Duration.ofSeconds(45);

	/** How much faster than the rate a run may be offered to be on schedule again. */
	private static final int MOST_HASTE = 4;

	/** A shorter soak is over before a virtual machine has warmed up: it only prints. */
	private static final Duration TELLING = Duration.ofMinutes(30);

	/**
	 * In MiB. The broker deletes applied records by whole segments of 128: it may hold
	 * two of each of the 48 partitions, beside what the database needs.
	 */
	private static final long MOST_DISK = 2 * 128 * 48 + 2048;

	/** Of the rate. */
	private static final double HELD = 0.95;

	private final long seed = Long.getLong("planstream.seed", System.nanoTime());

	private final int rate = Integer.getInteger("planstream.rate", 20_000);

	private final Duration length = Duration.ofMinutes(Long.getLong("planstream.minutes", 60));

	private final List<String> growing = new ArrayList<>();

	private FaultyStack stack;

	private RandomFaults faults;

	private long rowsOfRun;

	private long start;

	private volatile int completeRuns;

	private volatile String run;

	@Test
	void aRateIsHeldUnderFaultsWithoutLossAndWithoutGrowth() {
		assumeTrue(ProcessFigures.areKnown(), "What a process takes is read from /proc, which this system lacks");
		System.out.println("Soak: " + this.length + " at " + this.rate + " rows/s, -Dplanstream.seed=" + this.seed);
		try (FaultyStack faulty = prepare()) {
			this.stack = faulty;
			this.faults = new RandomFaults(faulty, new Random(this.seed));
			this.rowsOfRun = faulty.number("select sum(applied_rows) from source_watermark");
			this.start = System.nanoTime();
			try (SoakRecord record = new SoakRecord(faulty, Path.of("target", "soak.csv"), this::appliedRows)
				.every(interval())) {
				while (!over()) {
					oneRun();
				}
				printRows();
				printFigures(record);
				assertThat(this.growing).as("what grows").isEmpty();
				assertThat(rateSoFar()).as("rows per second").isGreaterThan(HELD * this.rate);
			}
		}
	}

	/** As production has it, but for tidying up that does not wait a day. */
	private static FaultyStack prepare() {
		FaultyStack prepared = FaultyStack.of("soak", Samples.of(0.1, 7));
		prepared.ingest()
			.option("-XX:TieredStopAtLevel=4")
			.with("planstream.keep-runs", "1")
			.with("planstream.keep-applied", "0s")
			.with("planstream.trim-check", "1s");
		prepared.consumer().option("-XX:TieredStopAtLevel=4");
		prepared.undisturbed();
		// an end in good order leaves what makes the starts after kills quick
		prepared.ingest().close();
		prepared.consumer().close();
		prepared.stack().start();
		return prepared;
	}

	private Duration interval() {
		Duration hundredth = this.length.dividedBy(120);
		return (hundredth.toSeconds() < 5) ? Duration.ofSeconds(5) : hundredth;
	}

	private void oneRun() {
		this.stack.ingest().awaitReady();
		this.stack.consumer().awaitReady();
		int offered = offered();
		String id = this.stack.begin(", \"rowsPerSecond\": " + offered);
		this.run = id;
		while (isRunning(id) && !over()) {
			awaitNextFault(id);
			if (isRunning(id) && !over()) {
				assertNobodyEnded();
				strike();
			}
		}
		this.stack.ingest().awaitReady();
		this.stack.consumer().awaitReady();
		this.stack.stack().awaitComplete(id, Duration.ofMinutes(15));
		this.stack.assertUndisturbed(id);
		this.run = null;
		this.completeRuns++;
		System.out.printf(Locale.ROOT, "Run %d, offered at %,d rows/s: equal; %,d rows/s so far%n", this.completeRuns,
				offered, Math.round(rateSoFar()));
	}

	/** Rows per second for a run that is to end when its last row is due. */
	private int offered() {
		double due = (this.completeRuns + 1.0) * this.rowsOfRun / this.rate;
		double needed = this.rowsOfRun / Math.max(1, due - elapsed());
		return (int) Math.min(MOST_HASTE * (double) this.rate, Math.max(this.rate, needed));
	}

	private void strike() {
		double part = elapsed() / this.length.toSeconds();
		boolean lethal = part < 0.25 || part > 0.75;
		if (lethal && this.faults.toss()) {
			this.faults.kill(2);
		}
		else {
			this.faults.hinder();
		}
	}

	private void awaitNextFault(String id) {
		Duration pause = this.faults.pause(LEAST_PAUSE, MOST_PAUSE);
		long end = System.nanoTime() + pause.toNanos();
		await().atMost(pause.plusSeconds(30))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> System.nanoTime() > end || !isRunning(id));
	}

	private void assertNobodyEnded() {
		this.stack.victims()
			.forEach((name, victim) -> assertThat(victim.process().isAlive()).as(name + " is alive").isTrue());
	}

	private boolean isRunning(String id) {
		return this.stack.stack().stateOf(id).equals("RUNNING");
	}

	private boolean over() {
		return elapsed() > this.length.toSeconds();
	}

	private double elapsed() {
		return (System.nanoTime() - this.start) / 1e9;
	}

	private long appliedRows() {
		int complete = this.completeRuns;
		String current = this.run;
		return complete * this.rowsOfRun + ((current != null) ? this.stack.appliedRows(current) : 0);
	}

	private double rateSoFar() {
		return this.completeRuns * this.rowsOfRun / elapsed();
	}

	private void printRows() {
		System.out.printf(Locale.ROOT, "Soak: %,d rows in %d runs and %.0f s, %,.0f rows/s, 0 lost, 0 doubled%n",
				this.completeRuns * this.rowsOfRun, this.completeRuns, elapsed(), rateSoFar());
		System.out.println("Soak: faults " + this.faults.done());
	}

	private void printFigures(SoakRecord record) {
		for (String name : record.names()) {
			judge(name, record.of(name));
			List<SoakRecord.Figures> longest = record.longestLife(name);
			judge(name + " in life " + longest.get(0).life() + " of " + longest.size() + " samples", longest);
		}
		System.out.println("Soak: disk MiB " + Thirds.of(record.disk()));
		assertThat(Thirds.of(record.disk()).most()).as("disk").isLessThan(MOST_DISK);
	}

	private void judge(String name, List<SoakRecord.Figures> figures) {
		judge(name + ": resident MiB", figures(figures, ProcessFigures::resident), 1.15, 16);
		judge(name + ": live heap MiB", figures(figures, ProcessFigures::heap), 1.25, 16);
		judge(name + ": handles", figures(figures, ProcessFigures::handles), 1.10, 10);
		judge(name + ": threads", figures(figures, ProcessFigures::threads), 1.10, 5);
	}

	private static List<Long> figures(List<SoakRecord.Figures> all, ToLongFunction<ProcessFigures> figure) {
		return all.stream().map((each) -> figure.applyAsLong(each.figures())).toList();
	}

	/** All are printed before any of them can fail. */
	private void judge(String what, List<Long> figures, double factor, long more) {
		Thirds thirds = Thirds.of(figures);
		System.out.println("Soak: " + what + " " + thirds);
		if (this.length.compareTo(TELLING) >= 0 && !thirds.isFlat(factor, more)) {
			this.growing.add(what + " " + thirds);
		}
	}

}
