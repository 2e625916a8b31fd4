package io.planstream.local.stack;

import java.nio.file.Path;
import java.util.Optional;

import io.planstream.local.home.StackState;

/**
 * One process of the stack. Implementations keep nothing in memory between calls: another
 * command may have started the process. Thread-safe.
 */
public interface Service {

	/**
	 * The name in messages, logs and the remembered state.
	 * @return for example {@code broker}
	 */
	String name();

	/**
	 * What it is, for people.
	 * @return a few words
	 */
	String title();

	/**
	 * The process that is running by the remembered state.
	 * @param state what is remembered
	 * @return the process, or empty if it is not running
	 */
	Optional<ProcessHandle> running(StackState state);

	/**
	 * Starts the process.
	 * @param state has the ports to use
	 * @return the process, which may not be ready yet
	 */
	ProcessHandle launch(StackState state);

	/**
	 * Whether it does its work now; answers quickly.
	 * @param state has the ports to ask
	 * @return whether it is ready
	 */
	boolean isReady(StackState state);

	/**
	 * Asks the process to end in good order; returns at once.
	 * @param process its process
	 */
	void requestStop(ProcessHandle process);

	/**
	 * Where it writes what it has to say.
	 * @return a file
	 */
	Path log();

}
