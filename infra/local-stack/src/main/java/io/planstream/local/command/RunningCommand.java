package io.planstream.local.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.planstream.local.home.Home;
import io.planstream.local.run.Run;
import io.planstream.local.run.RunRequest;
import io.planstream.local.sql.Findings;
import io.planstream.local.stack.Preflight;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.Stack;
import io.planstream.local.stack.StackUse;
import io.planstream.local.terminal.Browser;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;

/**
 * What {@code demo} and {@code ingest} have in common: bring the stack up if need be, do
 * one run, show it, and leave the stack as it was found.
 *
 * @param home the stack's folder
 * @param terminal where to write
 * @param options how the stack is to be
 * @param exit whether to end at once after the run
 * @param open whether to show the console in the browser
 */
record RunningCommand(Home home, Terminal terminal, StackOptions options, boolean exit, boolean open) {

	void check() {
		this.home.check();
		new Preflight(this.home, ProjectFiles.find(), this.options.engine(this.home)).check();
	}

	int run(RunRequest request, List<Path> directories, Path report) {
		this.home.prepare();
		Stack processes = new Stack(this.home, ProjectFiles.find(), this.options.engine(this.home),
				this.terminal::line);
		try (StackUse use = StackUse.begin(this.home, processes, this.options.consolePort())) {
			RunSession session = new RunSession(this.home, this.terminal, use);
			if (this.open) {
				Browser.system().open(Addresses.of(this.home).console());
			}
			Run run = session.ingest(request, directories, report);
			if (!run.isSuccess()) {
				return PlanStreamCommand.FAILED;
			}
			showFindings();
			if (!this.exit && use.endsWithThisCommand()) {
				session.stayUntilInterrupted();
			}
			return PlanStreamCommand.DONE;
		}
	}

	/** The run has succeeded whether or not its results can be shown. */
	private void showFindings() {
		Addresses addresses = Addresses.of(this.home);
		try (Connection connection = addresses.reader().connect()) {
			new Findings(connection, this.terminal).show();
		}
		catch (Problem | SQLException ex) {
			this.terminal.line("The results cannot be shown: " + ex.getMessage());
		}
		this.terminal.line("");
		if (this.exit) {
			this.terminal
				.line("Next: ./planstream up, then ./planstream mysql, ./planstream runs, ./planstream ingest PATH...");
		}
		else {
			this.terminal.line("Open " + addresses.console());
			this.terminal
				.line("Or type in another terminal: ./planstream mysql, ./planstream runs, ./planstream tail rate");
		}
	}

}
