package io.planstream.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.planstream.local.run.InputPaths;
import io.planstream.local.run.RunRequest;
import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Streams a person's own files into the database.
 */
@Command(name = "ingest", mixinStandardHelpOptions = true,
		description = { "Stream CSV files into the database, every row exactly once.",
				"Starts the local stack if it is not up, and stops it again at the end.",
				"Exit code 0 only if the run reconciles or the same content is ingested already." })
final class IngestCommand implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "PATH",
			description = "CSV files (also .gz), folders, or zip archives; datasets are recognised by their header.")
	private List<Path> paths;

	@Option(names = "--check", description = "Say what would happen and start nothing.")
	private boolean check;

	@Option(names = "--merge", description = "Accept several files of one dataset that share a business year.")
	private boolean merge;

	@Mixin
	private RunOptions runOptions;

	@Mixin
	private StackOptions stackOptions;

	@Mixin
	private CommonOptions common;

	@Override
	public Integer call() {
		Terminal terminal = Terminal.system();
		InputPaths input = new InputPaths(this.paths, this.merge);
		RunRequest request = this.runOptions.request(input.absolute(), this.merge);
		if (this.check) {
			return new InputCheck(this.common.home(), terminal).show(input, request);
		}
		RunningCommand command = new RunningCommand(this.common.home(), terminal, this.stackOptions,
				this.runOptions.exit(), false);
		input.check();
		command.check();
		return command.run(request, input.directories(), this.runOptions.report());
	}

}
