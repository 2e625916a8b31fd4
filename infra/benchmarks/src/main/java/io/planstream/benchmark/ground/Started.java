package io.planstream.benchmark.ground;

import java.time.Duration;

import io.planstream.local.home.StackState;
import io.planstream.local.stack.Service;

/**
 * A service that was launched.
 *
 * @param service the service
 * @param state the ports that it was given
 * @param process its process
 */
public record Started(Service service, StackState state, ProcessHandle process) {

	private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

	/**
	 * Launches a service.
	 * @param service the service
	 * @param state the ports to use
	 * @return the service, which may not be ready yet
	 */
	public static Started launch(Service service, StackState state) {
		return new Started(service, state, service.launch(state));
	}

	/**
	 * Waits until it does its work.
	 * @throws IllegalStateException if it does not start; the message has the end of its
	 * log
	 */
	public void awaitReady() {
		Wait.ready(this.service, this.state, this.process);
	}

	/**
	 * Asks it to end in order; returns at once.
	 */
	public void requestStop() {
		this.service.requestStop(this.process);
	}

	/**
	 * Waits for its end, and ends it by force where order takes too long.
	 */
	public void awaitEnd() {
		Wait.ended(this.process, STOP_LIMIT);
	}

}
