package io.planstream.ingest.publish;

import java.time.InstantSource;

/**
 * Notices that the machine's clock is set back, if it is asked often. Thread-safe.
 */
final class ClockWatch {

	/** Small corrections are usual, and delay nothing. */
	private static final long TOLERATED_MILLIS = 1_000;

	private final InstantSource clock;

	private long latest;

	ClockWatch(InstantSource clock) {
		this.clock = clock;
		this.latest = clock.millis();
	}

	/**
	 * Whether the clock was set back since the last question. One of all that ask hears
	 * of it.
	 * @return true once for each time
	 */
	synchronized boolean wasSetBack() {
		long now = this.clock.millis();
		boolean back = now < this.latest - TOLERATED_MILLIS;
		this.latest = now;
		return back;
	}

}
