package io.planstream.local.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes a synthetic data set.
 */
@Command(name = "generate", mixinStandardHelpOptions = true,
		description = "Write a synthetic data set with the real headers, quirks and proportions.")
final class GenerateCommand implements Callable<Integer> {

	@Parameters(paramLabel = "DIR", description = "Folder to write to; made if it is missing.")
	private Path folder;

	@Option(names = "--scale", paramLabel = "S", defaultValue = "1",
			description = "Size; 1 is the size of the real data set, 12.7 million rates (default: ${DEFAULT-VALUE}).")
	private double scale;

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1",
			description = "The same number gives the same files on any machine (default: ${DEFAULT-VALUE}).")
	private long seed;

	@Mixin
	private CommonOptions common;

	@Override
	public Integer call() {
		SampleScale.require(this.scale);
		new Generation(Terminal.system()).write(this.folder.toAbsolutePath().normalize(), this.scale, this.seed);
		return PlanStreamCommand.DONE;
	}

}
