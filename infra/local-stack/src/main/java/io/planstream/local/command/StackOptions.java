package io.planstream.local.command;

import java.util.Optional;

import io.planstream.local.home.Home;
import io.planstream.local.stack.Engine;
import io.planstream.local.stack.Stack;
import picocli.CommandLine.Option;

/**
 * Options of the commands that may start the stack.
 */
final class StackOptions {

	@Option(names = "--console-port", paramLabel = "N",
			description = "Port of the console and the REST interface (default: 8080, or a free one).")
	private Integer consolePort;

	@Option(names = "--engine", paramLabel = "ENGINE",
			description = "What applies the records: ${COMPLETION-CANDIDATES} (default: the one that runs, or consumer). "
					+ "Each may take over from another in the middle of a run.")
	private Engine engine;

	Engine engine(Home home) {
		return (this.engine != null) ? this.engine : Stack.engine(home);
	}

	Optional<Integer> consolePort() {
		return Optional.ofNullable(this.consolePort);
	}

}
