package io.planstream.local.stack;

import java.nio.file.Path;
import java.util.Optional;

import io.planstream.local.home.StackState;

/**
 * One process of the stack. Implementations keep nothing in memory between calls: another
 * command may have started the process.
 */
interface Service {

	/** The name in messages, logs and the remembered state. */
	String name();

	/** What it is, for people. */
	String title();

	/** The process that is running by the remembered state. */
	Optional<ProcessHandle> running(StackState state);

	/**
	 * Starts the process.
	 * @return the process, which may not be ready yet
	 */
	ProcessHandle launch(StackState state);

	/** Whether it does its work now; answers quickly. */
	boolean isReady(StackState state);

	/** Asks the process to end in good order; returns at once. */
	void requestStop(ProcessHandle process);

	/** Where it writes what it has to say. */
	Path log();

}
