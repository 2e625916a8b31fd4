package io.planstream.local.command;

import java.util.concurrent.Callable;

import io.planstream.local.home.Home;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.Stack;
import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Stops the stack.
 */
@Command(name = "down", mixinStandardHelpOptions = true,
		description = "Stop the local stack. Data stays; a run that is going on continues with the next start.")
final class DownCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Override
	public Integer call() {
		Terminal terminal = Terminal.system();
		Home home = this.common.home();
		home.check();
		if (home.exists()) {
			home.prepare();
			new Stack(home, ProjectFiles.find(), terminal::line).stop();
		}
		terminal.line("The stack is down.");
		return PlanStreamCommand.DONE;
	}

}
