package io.planstream.ingest.publish;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.planstream.ingest.outage.Halt;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Counts the answers to all records of one block: one object for the block instead of a
 * future per record. Thread-safe.
 */
final class Acknowledgements implements Callback {

	private static final int POLL_MILLIS = 50;

	/** How many polls a worker that is to stop still waits: two seconds. */
	private static final int GRACE_POLLS = 40;

	private final AtomicInteger missing;

	private final CountDownLatch complete = new CountDownLatch(1);

	private volatile Exception failure;

	Acknowledgements(int records) {
		this.missing = new AtomicInteger(records);
	}

	@Override
	public void onCompletion(RecordMetadata metadata, Exception exception) {
		if (exception != null) {
			fail(exception);
		}
		count(1);
	}

	void fail(Exception reason) {
		this.failure = reason;
	}

	/** Counts records for which no answer will come. */
	void notSent(int records) {
		count(records);
	}

	private void count(int records) {
		if (this.missing.addAndGet(-records) == 0) {
			this.complete.countDown();
		}
	}

	/**
	 * Waits until every record has its answer; a worker that is to stop waits a little
	 * only.
	 * @return false if it stopped before
	 */
	boolean await(Halt halt) {
		int grace = GRACE_POLLS;
		try {
			while (!this.complete.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
				if (halt.requested() && grace-- == 0) {
					return false;
				}
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			halt.request();
			return false;
		}
	}

	Exception failure() {
		return this.failure;
	}

}
