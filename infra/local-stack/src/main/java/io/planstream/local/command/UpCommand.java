package io.planstream.local.command;

import java.util.concurrent.Callable;

import io.planstream.local.home.Home;
import io.planstream.local.stack.Preflight;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.Stack;
import io.planstream.local.stack.Engine;
import io.planstream.local.stack.StackUse;
import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Starts the stack for good.
 */
@Command(name = "up", mixinStandardHelpOptions = true,
		description = "Start the local stack, or what is missing of it; returns when it is ready.")
final class UpCommand implements Callable<Integer> {

	@Mixin
	private StackOptions stackOptions;

	@Mixin
	private CommonOptions common;

	@Override
	public Integer call() {
		Terminal terminal = Terminal.system();
		Home home = this.common.home();
		ProjectFiles project = ProjectFiles.find();
		home.check();
		Engine engine = this.stackOptions.engine(home);
		new Preflight(home, project, engine).check();
		home.prepare();
		Stack stack = new Stack(home, project, engine, terminal::line);
		try (StackUse use = StackUse.begin(home, stack, this.stackOptions.consolePort())) {
			use.keepUp();
		}
		Addresses addresses = Addresses.of(home);
		terminal.line("The stack is up.");
		terminal.line("  Console   " + addresses.console());
		terminal.line("  Kafka     " + addresses.kafka());
		terminal.line("  Database  " + addresses.jdbc());
		terminal.line("Next: ./planstream ingest PATH..., ./planstream mysql, ./planstream status, ./planstream down");
		return PlanStreamCommand.DONE;
	}

}
