package io.planstream.ingest.outage;

import java.time.Duration;

/**
 * Growing waits between tries. For one thread.
 */
public final class Backoff {

	private final Duration longest;

	private Duration next;

	/**
	 * A sequence of waits, each twice the one before.
	 * @param first the first wait
	 * @param longest where growing ends
	 */
	public Backoff(Duration first, Duration longest) {
		this.next = first;
		this.longest = longest;
	}

	/**
	 * The next wait.
	 * @return how long to wait before the next try
	 */
	public Duration next() {
		Duration wait = this.next;
		Duration doubled = wait.multipliedBy(2);
		this.next = (doubled.compareTo(this.longest) < 0) ? doubled : this.longest;
		return wait;
	}

}
