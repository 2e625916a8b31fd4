package io.planstream.ingest.publish;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.planstream.ingest.outage.Halt;

/**
 * Slows all workers of a run to a number of rows per second, whatever happens to the
 * machine's clock. Thread-safe.
 */
public final class Pacer {

	/** A paced block holds the rows of a quarter of a second. */
	private static final int BLOCKS_PER_SECOND = 4;

	private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

	private final Integer rowsPerSecond;

	private long nextFree = System.nanoTime();

	/**
	 * A pacer.
	 * @param rowsPerSecond rows per second, or null for full speed
	 */
	public Pacer(Integer rowsPerSecond) {
		this.rowsPerSecond = rowsPerSecond;
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
		long now = System.nanoTime();
		long wait = Math.max(0, this.nextFree - now);
		this.nextFree = now + wait + rows * NANOS_PER_SECOND / this.rowsPerSecond;
		return Duration.ofNanos(wait);
	}

}
