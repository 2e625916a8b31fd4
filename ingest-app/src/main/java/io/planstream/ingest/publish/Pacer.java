package io.planstream.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.planstream.ingest.outage.Halt;

/**
 * Slows all workers of a run to a number of rows per second. Thread-safe.
 */
public final class Pacer {

	/** A paced block holds the rows of a quarter of a second. */
	private static final int BLOCKS_PER_SECOND = 4;

	private static final int MICROS_PER_SECOND = 1_000_000;

	private final Integer rowsPerSecond;

	private final Clock clock;

	private Instant nextFree;

	/**
	 * A pacer.
	 * @param rowsPerSecond rows per second, or null for full speed
	 * @param clock tells the time
	 */
	public Pacer(Integer rowsPerSecond, Clock clock) {
		this.rowsPerSecond = rowsPerSecond;
		this.clock = clock;
		this.nextFree = clock.instant();
	}

	/**
	 * How much of a file to take at once.
	 * @param fullSpeed bytes at full speed
	 * @param bytesPerRow about how long a row is
	 * @return bytes
	 */
	public int blockBytes(int fullSpeed, long bytesPerRow) {
		if (this.rowsPerSecond == null) {
			return fullSpeed;
		}
		long rows = Math.max(1, this.rowsPerSecond / BLOCKS_PER_SECOND);
		return (int) Math.max(1, Math.min(fullSpeed, rows * bytesPerRow));
	}

	/**
	 * Waits until the next rows are due.
	 * @param rows how many
	 * @param halt ends the waiting
	 */
	public void await(long rows, Halt halt) {
		if (this.rowsPerSecond != null) {
			Duration wait = reserve(rows);
			if (wait.compareTo(Duration.ZERO) > 0) {
				halt.pause(wait);
			}
		}
	}

	private synchronized Duration reserve(long rows) {
		Instant now = this.clock.instant();
		Instant due = this.nextFree.isAfter(now) ? this.nextFree : now;
		this.nextFree = due.plus(rows * MICROS_PER_SECOND / this.rowsPerSecond, ChronoUnit.MICROS);
		return Duration.between(now, due);
	}

}
