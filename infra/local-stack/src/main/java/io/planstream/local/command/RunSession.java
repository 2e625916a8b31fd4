package io.planstream.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.planstream.local.home.Home;
import io.planstream.local.run.IngestApi;
import io.planstream.local.run.Run;
import io.planstream.local.run.RunReport;
import io.planstream.local.run.RunRequest;
import io.planstream.local.run.RunSummary;
import io.planstream.local.run.RunWatcher;
import io.planstream.local.stack.DataDirectories;
import io.planstream.local.stack.StackUse;
import io.planstream.local.terminal.Terminal;

/**
 * One run from its request to its summary, on a stack that is up.
 */
final class RunSession {

	private final Home home;

	private final Terminal terminal;

	private final StackUse stack;

	RunSession(Home home, Terminal terminal, StackUse stack) {
		this.home = home;
		this.terminal = terminal;
		this.stack = stack;
	}

	Run ingest(RunRequest request, List<Path> directories, Path report) {
		new DataDirectories(this.home).allow(directories);
		Addresses addresses = Addresses.of(this.home);
		this.terminal.line("Console: " + addresses.console());
		RunWatcher watcher = new RunWatcher(new IngestApi(addresses.ports().console()), this.terminal,
				this.stack::heal);
		this.terminal.line("Inspecting the files ...");
		Run begun = watcher.start(request);
		if (!begun.alreadyIngested()) {
			this.terminal.line("Run " + begun.runId() + ((begun.attempt() > 1) ? " continues:" : " has begun:"));
		}
		Run run = begun.alreadyIngested() ? begun : watcher.follow(begun.runId());
		new RunSummary(this.terminal).show(run);
		if (report != null) {
			RunReport.of(run).write(report);
		}
		return run;
	}

	/** Keeps the stack for the person to look at, until it is interrupted. */
	void stayUntilInterrupted() {
		this.terminal.line("");
		this.terminal.line("Press Ctrl-C to stop the stack; the next start has all of this again.");
		while (!Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
			this.stack.heal();
		}
	}

}
