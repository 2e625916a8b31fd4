package io.planstream.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.planstream.local.terminal.Problem;

/**
 * Held by the one command that is starting or stopping something. The system gives it
 * back when its holder ends in any way. Thread-safe, and reentrant within a thread.
 */
public final class HomeLock {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	// file locks are between processes: threads of this one take turns here
	private static final ReentrantLock TURN = new ReentrantLock();

	private final FileChannel channel;

	private HomeLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Waits for other commands, and does the work while they wait.
	 * @param <T> what the work makes
	 * @param home the folder, which exists
	 * @param work what to do
	 * @return what the work made
	 * @throws Problem if another command holds the lock for minutes
	 */
	public static <T> T holding(Home home, Supplier<T> work) {
		HomeLock lock = take(home);
		try {
			return work.get();
		}
		finally {
			lock.release();
		}
	}

	/**
	 * Waits for other commands, and does the work while they wait.
	 * @param home the folder, which exists
	 * @param work what to do
	 * @throws Problem if another command holds the lock for minutes
	 */
	public static void holding(Home home, Runnable work) {
		holding(home, () -> {
			work.run();
			return null;
		});
	}

	private static HomeLock take(Home home) {
		TURN.lock();
		FileChannel channel = null;
		try {
			if (TURN.getHoldCount() > 1) {
				return new HomeLock(null);
			}
			channel = FileChannel.open(home.file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			await(channel);
			return new HomeLock(channel);
		}
		catch (IOException | RuntimeException ex) {
			close(channel);
			TURN.unlock();
			if (ex instanceof Problem problem) {
				throw problem;
			}
			throw new Problem("HOME_NOT_WRITABLE", "Cannot lock " + home.folder() + ": " + ex.getMessage(),
					"Make the folder writable, or name another one by PLANSTREAM_HOME.", ex);
		}
	}

	private static void await(FileChannel channel) throws IOException {
		Instant limit = Instant.now().plus(PATIENCE);
		while (true) {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return;
			}
			if (Instant.now().isAfter(limit)) {
				throw new Problem("STACK_BUSY", "Another planstream command is starting or stopping the stack",
						"Wait for it to end, and try again.");
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
	}

	private void release() {
		close(this.channel);
		TURN.unlock();
	}

	private static void close(FileChannel channel) {
		if (channel != null) {
			try {
				channel.close();
			}
			catch (IOException ex) {
				throw new Problem("HOME_NOT_WRITABLE", "Cannot unlock the folder: " + ex.getMessage(),
						"Check the disk.", ex);
			}
		}
	}

}
