package io.planstream.local.command;

import java.nio.file.Path;
import java.util.List;

import io.planstream.local.run.RunRequest;
import picocli.CommandLine.Option;

/**
 * Options of the commands that begin a run.
 */
final class RunOptions {

	@Option(names = "--rows-per-second", paramLabel = "N", description = "Slow the run to the speed of a live stream.")
	private Integer rowsPerSecond;

	@Option(names = "--force", description = "Ingest content that is ingested already again, as a new run.")
	private boolean force;

	@Option(names = "--exit", description = "End when the run is over instead of keeping the stack to look at.")
	private boolean exit;

	@Option(names = "--report", paramLabel = "FILE.json", description = "Write the outcome to a file.")
	private Path report;

	RunRequest request(List<String> paths, boolean merge) {
		return new RunRequest(paths, this.rowsPerSecond, this.force, merge);
	}

	boolean exit() {
		return this.exit;
	}

	Path report() {
		return this.report;
	}

}
