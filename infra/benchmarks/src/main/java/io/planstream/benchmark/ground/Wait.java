package io.planstream.benchmark.ground;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.planstream.embedded.LogFile;
import io.planstream.local.home.StackState;
import io.planstream.local.stack.Service;

/**
 * Waits on conditions, bounded in time. Thread-safe.
 */
public final class Wait {

	private static final Duration START_LIMIT = Duration.ofMinutes(3);

	private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);

	private Wait() {
	}

	/**
	 * Waits until a condition holds.
	 * @param what names the condition, for the error
	 * @param limit how long to wait at the most
	 * @param condition asked 20 times a second, so it has to be cheap
	 * @throws Exception what the condition throws, or that the time is over
	 */
	public static void until(String what, Duration limit, Callable<Boolean> condition) throws Exception {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.call()) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException(what + ": not after " + limit.toSeconds() + " seconds");
			}
			pause();
		}
	}

	static void ready(Service service, StackState state, ProcessHandle process) {
		long end = System.nanoTime() + START_LIMIT.toNanos();
		while (!service.isReady(state)) {
			if (!process.isAlive() || System.nanoTime() > end) {
				throw new IllegalStateException("The " + service.title() + " does not start. The end of its log:\n"
						+ LogFile.end(service.log(), 12));
			}
			pause();
		}
	}

	static void ended(ProcessHandle process, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (process.isAlive() && System.nanoTime() < end) {
			pause();
		}
		if (process.isAlive()) {
			process.destroyForcibly();
		}
	}

	private static void pause() {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException("Interrupted");
		}
		LockSupport.parkNanos(STEP);
	}

}
