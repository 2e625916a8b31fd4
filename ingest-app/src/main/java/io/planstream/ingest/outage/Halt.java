package io.planstream.ingest.outage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells the workers of an attempt to stop. It is asked between blocks and during every
 * wait, so a worker stops within a block's time. Thread-safe.
 */
public final class Halt {

	private final CountDownLatch requested = new CountDownLatch(1);

	/**
	 * Asks the workers to stop; cannot be taken back.
	 */
	public void request() {
		this.requested.countDown();
	}

	/**
	 * Whether workers are to stop.
	 * @return true once {@link #request()} was called
	 */
	public boolean requested() {
		return this.requested.getCount() == 0;
	}

	/**
	 * Waits, unless asked to stop.
	 * @param time how long
	 * @return whether to stop
	 */
	public boolean pause(Duration time) {
		try {
			return this.requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			request();
			return true;
		}
	}

}
