package io.planstream.testsupport.fault;

import java.io.File;
import java.util.concurrent.TimeUnit;

/**
 * A process that a test may do harm to. Only what the test started itself is one.
 */
public interface Victim {

	/**
	 * The process.
	 * @return its handle, also after it has ended
	 */
	ProcessHandle process();

	/**
	 * Starts it again after its end; it may not be ready yet on return.
	 */
	void startAgain();

	/**
	 * Ends the process as {@code kill -9} does, and returns when it is gone. Nothing
	 * happens if it is gone already.
	 */
	default void kill() {
		ProcessHandle process = process();
		process.destroyForcibly();
		process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
	}

	/**
	 * Stops the process where it stands, without a word to it or its clients.
	 */
	default void freeze() {
		signal("STOP");
	}

	/**
	 * Lets a frozen process go on. Nothing happens if it has ended, or on Windows, which
	 * cannot freeze any.
	 */
	default void thaw() {
		if (File.separatorChar == '/' && process().isAlive()) {
			signal("CONT");
		}
	}

	/**
	 * Limits the size that any file of the process may grow to, from now on: writing
	 * beyond it fails as on a full disk. Linux only.
	 * @param bytes the limit
	 */
	default void limitFiles(long bytes) {
		Command.run("prlimit", "--pid", Long.toString(process().pid()), "--fsize=" + bytes + ":");
	}

	private void signal(String name) {
		Command.run("kill", "-" + name, Long.toString(process().pid()));
	}

}
