package io.planstream.spark.metrics;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the job goes. Thread-safe.
 */
public final class JobState {

	private static final Logger logger = LoggerFactory.getLogger(JobState.class);

	private final Clock clock;

	private volatile int partitions;

	private volatile String waitingFor = "the application to start";

	private volatile Interruption interruption;

	private record Interruption(Instant since, String reason) {
	}

	/**
	 * A job that has not begun.
	 * @param clock tells since when it is interrupted
	 */
	public JobState(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Notes what the start waits for.
	 * @param what what is missing
	 */
	public void waiting(String what) {
		this.waitingFor = what;
	}

	/**
	 * Notes that a query reads.
	 * @param read how many partitions it reads
	 */
	public void reading(int read) {
		this.partitions = read;
		this.waitingFor = null;
	}

	/**
	 * Notes that nothing can be applied now. The first of an outage is logged, then only
	 * a new reason.
	 * @param reason why
	 */
	public synchronized void interrupted(String reason) {
		Interruption before = this.interruption;
		if (before == null || !before.reason().equals(reason)) {
			logger.warn("Consumption waits: {}", reason);
		}
		this.interruption = new Interruption((before != null) ? before.since() : this.clock.instant(), reason);
	}

	/** Notes that work goes on. */
	public synchronized void continued() {
		if (this.interruption != null) {
			logger.info("Consumption goes on after an interruption since {}", this.interruption.since());
			this.interruption = null;
		}
	}

	/**
	 * What keeps records from being read and applied.
	 * @return what and why, or empty if all is well
	 */
	public Optional<String> trouble() {
		Interruption now = this.interruption;
		if (now != null) {
			return Optional.of("interrupted since " + now.since() + ": " + now.reason());
		}
		return Optional.ofNullable(this.waitingFor).map((what) -> "waiting for " + what);
	}

	/**
	 * Whether records wait for the database or the broker.
	 * @return true during an outage
	 */
	boolean isInterrupted() {
		return this.interruption != null;
	}

	/**
	 * Partitions that are read.
	 * @return the count
	 */
	int partitions() {
		return this.partitions;
	}

}
