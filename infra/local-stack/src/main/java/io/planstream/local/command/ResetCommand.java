package io.planstream.local.command;

import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;

import io.planstream.local.home.Home;
import io.planstream.local.stack.Engine;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.Stack;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Begins anew.
 */
@Command(name = "reset", mixinStandardHelpOptions = true,
		description = "Stop the local stack and delete its folder with all ingested data. CSV files of yours stay.")
final class ResetCommand implements Callable<Integer> {

	@Option(names = { "-y", "--yes" }, description = "Do not ask.")
	private boolean yes;

	@Mixin
	private CommonOptions common;

	private final Terminal terminal = Terminal.system();

	@Override
	public Integer call() {
		Home home = this.common.home();
		if (!home.exists()) {
			this.terminal.line("There is nothing to delete: " + home.folder() + " does not exist.");
			return PlanStreamCommand.DONE;
		}
		home.requireOurs();
		if (!this.yes && !isConfirmed(home)) {
			this.terminal.line("Nothing was deleted.");
			return PlanStreamCommand.FAILED;
		}
		stop(home);
		home.delete();
		this.terminal.line(home.folder() + " is deleted.");
		return PlanStreamCommand.DONE;
	}

	private boolean isConfirmed(Home home) {
		this.terminal.prompt("Delete " + home.folder() + " and all ingested data in it? [y/N] ");
		Scanner answer = new Scanner(System.in);
		return answer.hasNextLine() && answer.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y");
	}

	private void stop(Home home) {
		try {
			home.check();
			new Stack(home, ProjectFiles.find(), this.terminal::line).stop();
		}
		catch (Problem ex) {
			// damaged, which is why it is reset: stop what can be found without the state
			new Stack(home, ProjectFiles.find(), Engine.CONSUMER, this.terminal::line).stopWithoutState();
		}
	}

}
