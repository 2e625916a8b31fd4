package io.planstream.local.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.planstream.local.run.IngestApi;
import io.planstream.local.run.NotAnsweringException;
import io.planstream.local.run.Run;
import io.planstream.local.run.RunSummary;
import io.planstream.local.stack.ServiceStatus;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import io.planstream.local.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Lists runs and acts on them.
 */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "List the runs, or do something with one.")
final class RunsCommand implements Callable<Integer> {

	private static final int MANY = 50;

	/** What can be done. */
	enum Action {

		/** Shows all runs, or one. */
		list,

		/** Ends a run in good order; it can be resumed. */
		stop,

		/** Continues a run that stopped or failed. */
		resume,

		/** Sends again what was lost. */
		repair,

		/** Makes dashboards read from the run. */
		serve,

		/** Deletes the run and its figures. */
		delete

	}

	@Parameters(index = "0", arity = "0..1", paramLabel = "ACTION", defaultValue = "list",
			description = "${COMPLETION-CANDIDATES} (default: list)")
	private Action action;

	@Parameters(index = "1", arity = "0..1", paramLabel = "RUN",
			description = "The run's id or its beginning; the newest run if left out (delete needs it).")
	private String runId;

	@Mixin
	private CommonOptions common;

	private final Terminal terminal = Terminal.system();

	@Override
	public Integer call() {
		Addresses addresses = RunningStack.require(this.common.home(), ServiceStatus.INGEST);
		try {
			return act(new IngestApi(addresses.ports().console()));
		}
		catch (NotAnsweringException ex) {
			throw new Problem("INGEST_NOT_ANSWERING", ex.getMessage(), "Look at ./planstream status.", ex);
		}
	}

	private int act(IngestApi api) {
		if (this.action == Action.list) {
			return list(api);
		}
		if (this.action == Action.delete) {
			if (this.runId == null) {
				throw new Problem("WHICH_RUN", "delete needs the run's id", "./planstream runs lists them.");
			}
			String id = find(api);
			api.delete(id);
			this.terminal.line("Run " + id + " is deleted.");
			return PlanStreamCommand.DONE;
		}
		Run run = api.act(find(api), this.action.name());
		this.terminal.line("Run " + run.runId() + ": " + run.state() + message(run));
		return PlanStreamCommand.DONE;
	}

	private int list(IngestApi api) {
		if (this.runId != null) {
			new RunSummary(this.terminal).show(api.run(find(api)));
			return PlanStreamCommand.DONE;
		}
		List<Run> runs = api.runs(MANY).runs();
		if (runs.isEmpty()) {
			this.terminal.line("There are no runs yet. Try ./planstream demo");
			return PlanStreamCommand.DONE;
		}
		TextTable table = new TextTable(
				List.of("run", "state", "begun", "rows", "seconds", "rows/s", "reconciled", "serving"));
		for (Run run : runs) {
			table.row(List.of(run.runId(), run.state(), begun(run), String.format(Locale.ROOT, "%,d", run.totalRows()),
					String.format(Locale.ROOT, "%.1f", run.seconds()),
					String.format(Locale.ROOT, "%,.0f", run.rowsPerSecond()), run.reconciled() ? "yes" : "no",
					run.servingInWords()));
		}
		this.terminal.line(table.plain());
		return PlanStreamCommand.DONE;
	}

	private String find(IngestApi api) {
		List<String> ids = api.runs(MANY)
			.runs()
			.stream()
			.map(Run::runId)
			.filter((id) -> this.runId == null || id.startsWith(this.runId))
			.toList();
		if (ids.isEmpty()) {
			throw new Problem("NO_SUCH_RUN",
					(this.runId == null) ? "There are no runs yet" : "There is no run " + this.runId,
					"./planstream runs lists them.");
		}
		if (this.runId != null && ids.size() > 1) {
			throw new Problem("WHICH_RUN",
					ids.size() + " runs begin with " + this.runId + ": " + String.join(", ", ids),
					"Name more of the id.");
		}
		return ids.get(0);
	}

	private static String begun(Run run) {
		return (run.createdAt() == null) ? "-" : run.createdAt().replaceAll("\\.\\d+", "");
	}

	private static String message(Run run) {
		return (run.message() == null) ? "" : ". " + run.message();
	}

}
