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

	@Option(names = "--rows-per-second", paramLabel = "N", description = "Slow the run to the speed of a live stream.")
	private Integer rowsPerSecond;

	@Option(names = "--force", description = "Ingest the sample again if it is ingested already.")
	private boolean force;

	@Option(names = "--exit", description = "Stop everything when the run is over.")
	private boolean exit;

	@Option(names = "--report", paramLabel = "FILE.json", description = "Write the outcome to a file.")
	private Path report;

	@Mixin
	private StackOptions stackOptions;

	@Mixin
	private CommonOptions common;

	@Override
	public Integer call() {
		Terminal terminal = Terminal.system();
		Home home = this.common.home();
		RunningCommand command = new RunningCommand(home, terminal, this.stackOptions.consolePort(), this.exit);
		SampleScale.require(this.scale);
		command.check();
		home.prepare();
		Path sample = new Sample(home, terminal).make(this.scale, this.seed);
		RunRequest request = new RunRequest(List.of(sample.toString()), this.rowsPerSecond, this.force, false);
		return command.run(request, List.of(sample), this.report);
	}

}
