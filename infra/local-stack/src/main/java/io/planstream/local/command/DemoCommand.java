package io.planstream.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.planstream.local.home.Home;
import io.planstream.local.run.RunRequest;
import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows the whole way with a sample.
 */
@Command(name = "demo", mixinStandardHelpOptions = true,
		description = { "Make a sample, start everything, stream it, and show what came out.",
				"Exit code 0 only if the run reconciles or the sample is ingested already." })
final class DemoCommand implements Callable<Integer> {

	@Option(names = "--scale", paramLabel = "S", defaultValue = "0.01",
			description = "Size of the sample; 1 is the size of the real data set, 12.7 million rates (default: ${DEFAULT-VALUE}).")
	private double scale;

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1",
			description = "Another number makes another sample (default: ${DEFAULT-VALUE}).")
	private long seed;

	@Option(names = "--no-open", description = "Do not open the console in the browser.")
	private boolean noOpen;

	@Mixin
	private RunOptions runOptions;

	@Mixin
	private StackOptions stackOptions;

	@Mixin
	private CommonOptions common;

	@Override
	public Integer call() {
		Terminal terminal = Terminal.system();
		Home home = this.common.home();
		RunningCommand command = new RunningCommand(home, terminal, this.stackOptions, this.runOptions.exit(),
				!this.noOpen && !this.runOptions.exit() && terminal.isInteractive());
		SampleScale.require(this.scale);
		command.check();
		home.prepare();
		Path sample = new Sample(home, terminal).make(this.scale, this.seed);
		RunRequest request = this.runOptions.request(List.of(sample.toString()), false);
		return command.run(request, List.of(sample), this.runOptions.report());
	}

}
