package io.planstream.local.command;

import java.util.Optional;

import picocli.CommandLine.Option;

/**
 * Options of the commands that may start the stack.
 */
final class StackOptions {

	@Option(names = "--console-port", paramLabel = "N",
			description = "Port of the console and the REST interface (default: 8080, or a free one).")
	private Integer consolePort;

	Optional<Integer> consolePort() {
		return Optional.ofNullable(this.consolePort);
	}

}
