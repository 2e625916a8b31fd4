package io.planstream.local.run;

import java.util.List;
import java.util.Locale;

import io.planstream.local.run.Run.FileReconciliation;
import io.planstream.local.terminal.Terminal;
import io.planstream.local.terminal.TextTable;

/**
 * Says how a run ended and what became of its rows. For one thread.
 */
public final class RunSummary {

	private final Terminal terminal;

	/**
	 * Writes to a terminal.
	 * @param terminal where to
	 */
	public RunSummary(Terminal terminal) {
		this.terminal = terminal;
	}

	/**
	 * Shows the outcome and the reconciliation.
	 * @param run a run that is over
	 */
	public void show(Run run) {
		this.terminal.line("");
		this.terminal.line(headline(run));
		if (run.message() != null && !run.message().isBlank()) {
			this.terminal.line(run.message());
		}
		if (!run.reconciliation().isEmpty()) {
			this.terminal.line("");
			this.terminal.line(table(run.reconciliation()));
			this.terminal.line("");
			this.terminal.line("  read = published + rejected;  published = applied + dead-lettered;"
					+ "  applied = in figures + set aside");
		}
		if (run.state().equals("STOPPED")) {
			this.terminal.line("");
			this.terminal
				.line("Nothing is lost: ./planstream runs resume " + run.runId() + " goes on where it stopped.");
		}
	}

	private static String headline(Run run) {
		if (run.alreadyIngested()) {
			return "ALREADY_INGESTED: run " + run.runId() + " holds the same content, complete since "
					+ run.finishedAt() + ". Nothing was done; --force ingests it again as a new run.";
		}
		if (run.state().equals("STOPPED")) {
			return String.format(Locale.ROOT, "Run %s is STOPPED: %,d of %,d rows done in %.1f seconds.", run.runId(),
					run.doneRows(), run.totalRows(), run.seconds());
		}
		String verdict = run.reconciled() ? ", every row has exactly one fate" : ", NOT reconciled";
		return String.format(Locale.ROOT, "Run %s is %s%s: %,d rows in %.1f seconds, %,.0f rows per second.",
				run.runId(), run.state(), verdict, run.totalRows(), run.seconds(), run.rowsPerSecond());
	}

	private static String table(List<FileReconciliation> files) {
		TextTable table = new TextTable(List.of("dataset", "file", "read", "published", "rejected", "applied",
				"dead-lettered", "in figures", "set aside", "reconciled"));
		for (FileReconciliation file : files) {
			table.row(List.of(file.dataset(), file.fileName(), count(file.rowsRead()), count(file.rowsPublished()),
					count(file.rowsRejected()), count(file.rowsApplied()), count(file.rowsDeadLettered()),
					count(file.rowsInAggregates()), count(file.rowsSetAside()), file.reconciled() ? "yes" : "NO"));
		}
		return table.plain();
	}

	private static String count(long count) {
		return String.format(Locale.ROOT, "%,d", count);
	}

}
