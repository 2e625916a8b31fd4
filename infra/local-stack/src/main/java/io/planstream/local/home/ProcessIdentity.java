package io.planstream.local.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process beyond doubt: its id together with the time it started, because systems give
 * ids of ended processes to new ones.
 *
 * @param pid the process id
 * @param startedAt milliseconds since 1970, or 0 where the system does not tell
 */
public record ProcessIdentity(long pid, long startedAt) {

	// the start is computed from the system's boot time, which moves when clocks are set
	private static final Duration TOLERANCE = Duration.ofSeconds(3);

	/**
	 * The identity of a process.
	 * @param process a process, which may have ended
	 * @return its identity
	 */
	public static ProcessIdentity of(ProcessHandle process) {
		return new ProcessIdentity(process.pid(), startOf(process));
	}

	/**
	 * The identity of this program.
	 * @return its identity
	 */
	public static ProcessIdentity self() {
		return of(ProcessHandle.current());
	}

	/**
	 * Finds the process if it is still running.
	 * @return the process, or empty if it ended, even if another one has its id by now
	 */
	public Optional<ProcessHandle> find() {
		return ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive).filter(this::isSame);
	}

	private boolean isSame(ProcessHandle process) {
		long start = startOf(process);
		return start == 0 || this.startedAt == 0 || Math.abs(start - this.startedAt) <= TOLERANCE.toMillis();
	}

	private static long startOf(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

}
