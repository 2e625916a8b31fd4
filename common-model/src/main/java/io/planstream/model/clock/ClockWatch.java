package io.planstream.model.clock;

import java.time.InstantSource;

/**
 * Notices that the machine's clock is set back, if it is asked often. Not thread-safe.
 */
public final class ClockWatch {

	/** How often to ask. Whatever happens between two questions is not noticed. */
	public static final long INTERVAL_MILLIS = 200;

	/** Small corrections are usual, and delay nothing. */
	private static final long TOLERATED_MILLIS = 1_000;

	private final InstantSource clock;

	private long latest;

	/**
	 * Begins to watch.
	 * @param clock the machine's clock
	 */
	public ClockWatch(InstantSource clock) {
		this.clock = clock;
		this.latest = clock.millis();
	}

	/**
	 * Whether the clock was set back since the last question.
	 * @return true once for each time
	 */
	public boolean wasSetBack() {
		long now = this.clock.millis();
		boolean back = now < this.latest - TOLERATED_MILLIS;
		this.latest = now;
		return back;
	}

}
