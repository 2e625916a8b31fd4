package io.planstream.local.command;

import io.planstream.local.home.Home;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.ServiceStatus;
import io.planstream.local.stack.Stack;
import io.planstream.local.terminal.Problem;

/**
 * Finds the part of the stack that a command needs, and never starts anything.
 */
final class RunningStack {

	private RunningStack() {
	}

	static Addresses require(Home home, String service) {
		home.check();
		boolean running = home.exists() && new Stack(home, ProjectFiles.find(), (line) -> {
		}).status().stream().filter((status) -> status.name().equals(service)).anyMatch(ServiceStatus::isReady);
		if (!running) {
			throw new Problem("STACK_DOWN", "The " + service + " of the local stack is not running",
					"Start it with ./planstream up");
		}
		return Addresses.of(home);
	}

}
