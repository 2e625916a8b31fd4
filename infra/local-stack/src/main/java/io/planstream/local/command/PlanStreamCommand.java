package io.planstream.local.command;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

import io.planstream.embedded.EmbeddedServerException;
import io.planstream.local.terminal.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * All commands, and how their errors are shown.
 */
@Command(name = "planstream", mixinStandardHelpOptions = true, versionProvider = Version.class,
		description = "Streams big public data files through Kafka into MySQL aggregates, every row counted exactly once.",
		synopsisSubcommandLabel = "COMMAND",
		subcommands = { DemoCommand.class, IngestCommand.class, RunsCommand.class, GenerateCommand.class,
				TailCommand.class, MysqlCommand.class, SupersetCommand.class, UpCommand.class, DownCommand.class,
				StatusCommand.class, ResetCommand.class, BenchCommand.class },
		footer = { "", "New here? Type ./planstream demo",
				"Each command explains itself: ./planstream COMMAND --help" })
public final class PlanStreamCommand implements Runnable {

	/** Exit code of a command that did what it was asked to. */
	static final int DONE = 0;

	/** Exit code of a command that did not. */
	static final int FAILED = 1;

	@Spec
	private CommandSpec spec;

	/**
	 * Runs a command.
	 * @param arguments what was typed
	 * @return the exit code: 0 if all went well, 1 if not, 2 if the command was not
	 * understood
	 */
	public static int execute(String[] arguments) {
		return new CommandLine(new PlanStreamCommand()).setExecutionExceptionHandler(new Errors())
			.setCaseInsensitiveEnumValuesAllowed(true)
			.execute(arguments);
	}

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

	/** Shows what a person can use, and a stack trace to those who ask for it. */
	private static final class Errors implements IExecutionExceptionHandler {

		@Override
		public int handleExecutionException(Exception ex, CommandLine command, ParseResult result) {
			if (ex instanceof CancellationException) {
				awaitEnd();
			}
			PrintWriter err = command.getErr();
			err.println(asProblem(ex).text());
			if (isStacktraceWanted(command)) {
				ex.printStackTrace(err);
			}
			err.flush();
			return FAILED;
		}

		/** The command was interrupted: the hook that cleans up decides when it ends. */
		private static void awaitEnd() {
			while (true) {
				LockSupport.park();
			}
		}

		private static Problem asProblem(Exception ex) {
			if (ex instanceof Problem problem) {
				return problem;
			}
			if (ex instanceof EmbeddedServerException) {
				return new Problem("SERVER_FAILED", ex.getMessage(),
						"Mend the cause and try again. If the data is damaged: ./planstream reset", ex);
			}
			return new Problem("UNEXPECTED", ex.getClass().getSimpleName() + ": " + ex.getMessage(),
					"Run the command again with --stacktrace and report what it shows.", ex);
		}

		private static boolean isStacktraceWanted(CommandLine command) {
			return command.getParseResult().expandedArgs().contains("--stacktrace");
		}

	}

}
