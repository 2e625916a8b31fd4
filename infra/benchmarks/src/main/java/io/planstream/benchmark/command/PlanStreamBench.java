package io.planstream.benchmark.command;

import java.util.logging.Level;
import java.util.logging.Logger;

import io.planstream.local.terminal.Problem;
import picocli.CommandLine;

/**
 * The program behind {@code ./planstream bench}.
 */
public final class PlanStreamBench {

	// held here because the logging system forgets the levels of loggers nobody holds
	private static final Logger LIBRARIES = Logger.getLogger("");

	private PlanStreamBench() {
	}

	/**
	 * Measures what was asked for and ends with the exit code.
	 * @param args what was typed behind {@code bench}
	 */
	public static void main(String[] args) {
		LIBRARIES.setLevel(Level.OFF);
		System.exit(execute(args));
	}

	/**
	 * Measures what was asked for.
	 * @param args what was typed behind {@code bench}
	 * @return 0 if all contenders could be measured, 1 if not, 2 if the command was not
	 * understood
	 */
	public static int execute(String... args) {
		return new CommandLine(new BenchCommand(String.join(" ", args)))
			.setExecutionExceptionHandler((ex, command, result) -> {
				command.getErr().println((ex instanceof Problem problem) ? problem.text() : ex.toString());
				return 1;
			})
			.execute(args);
	}

}
