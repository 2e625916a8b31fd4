package io.planstream.local.run;

import java.util.List;

/**
 * A run as ingest-app describes it.
 *
 * @param runId 16 hexadecimal digits
 * @param state RUNNING, STOPPING, STOPPED, FAILED, COMPLETE or DELETED
 * @param message why it failed and what to do, or null
 * @param alreadyIngested whether the content was ingested before, so that nothing is done
 * @param createdAt when it began, ISO 8601
 * @param finishedAt when it ended, or null
 * @param seconds how long it took or has taken
 * @param rowsPerSecond applied rows per second so far
 * @param reconciled whether every row has exactly one fate
 * @param serving the datasets and years that dashboards read from it
 * @param attempt how often it was begun or resumed
 * @param datasets progress by dataset
 * @param files its source files
 * @param reconciliation the fate of the rows by file
 */
public record Run(String runId, String state, String message, boolean alreadyIngested, String createdAt,
		String finishedAt, double seconds, double rowsPerSecond, boolean reconciled, List<String> serving, int attempt,
		List<DatasetProgress> datasets, List<SourceFile> files, List<FileReconciliation> reconciliation) {

	/**
	 * Takes what is missing as empty.
	 */
	public Run {
		serving = (serving != null) ? List.copyOf(serving) : List.of();
		datasets = (datasets != null) ? List.copyOf(datasets) : List.of();
		files = (files != null) ? List.copyOf(files) : List.of();
		reconciliation = (reconciliation != null) ? List.copyOf(reconciliation) : List.of();
	}

	/**
	 * Whether nothing more happens by itself.
	 * @return true when complete, failed, stopped or deleted
	 */
	public boolean isOver() {
		return !this.state.equals("RUNNING") && !this.state.equals("STOPPING");
	}

	/**
	 * Whether the person got what was asked for.
	 * @return true if every row has its fate now, or had it before
	 */
	public boolean isSuccess() {
		return this.alreadyIngested || (this.state.equals("COMPLETE") && this.reconciled);
	}

	/**
	 * The state in reports.
	 * @return the state, or {@code ALREADY_INGESTED}
	 */
	public String reportedState() {
		return this.alreadyIngested ? "ALREADY_INGESTED" : this.state;
	}

	/**
	 * The rows of all its files.
	 * @return data rows
	 */
	public long totalRows() {
		return this.datasets.stream().mapToLong(DatasetProgress::totalRows).sum();
	}

	/**
	 * The rows that are committed or rejected so far.
	 * @return data rows
	 */
	public long doneRows() {
		return this.datasets.stream().mapToLong((dataset) -> dataset.applied() + dataset.rejected()).sum();
	}

	/**
	 * What it serves, for a table.
	 * @return such as {@code 8 datasets 2014-2016}; nothing if it serves nothing
	 */
	public String servingInWords() {
		return ServingShares.inWords(this.serving);
	}

	/**
	 * How far a dataset is.
	 *
	 * @param dataset its name
	 * @param totalRows data rows of its files
	 * @param read rows parsed so far
	 * @param published rows that Kafka acknowledged
	 * @param rejected rows that cannot be read
	 * @param applied rows committed in the database
	 * @param deadLettered records that can never be applied
	 * @param setAside applied rows that a rule keeps out of the figures
	 * @param inAggregates applied rows in the figures
	 * @param duplicates records that came again and were dropped
	 * @param gaps records that came too early and were dropped
	 */
	public record DatasetProgress(String dataset, long totalRows, long read, long published, long rejected,
			long applied, long deadLettered, long setAside, long inAggregates, long duplicates, long gaps) {

	}

	/**
	 * A source file.
	 *
	 * @param fileNo its number in the run
	 * @param dataset its dataset
	 * @param fileName its name
	 * @param path where it is
	 * @param sizeBytes its size
	 * @param rows its data rows
	 * @param years its business years
	 */
	public record SourceFile(int fileNo, String dataset, String fileName, String path, long sizeBytes, long rows,
			List<Integer> years) {

	}

	/**
	 * The fate of a file's rows.
	 *
	 * @param dataset its dataset
	 * @param fileName its name
	 * @param rowsRead rows read
	 * @param rowsPublished rows sent and acknowledged
	 * @param rowsRejected rows that cannot be read
	 * @param rowsDeadLettered records that can never be applied
	 * @param rowsApplied rows committed
	 * @param rowsInAggregates rows in the figures
	 * @param rowsSetAside rows kept out of them by a rule
	 * @param reconciled whether it adds up
	 */
	public record FileReconciliation(String dataset, String fileName, long rowsRead, long rowsPublished,
			long rowsRejected, long rowsDeadLettered, long rowsApplied, long rowsInAggregates, long rowsSetAside,
			boolean reconciled) {

	}

}
