package io.planstream.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.planstream.local.home.Json;
import io.planstream.local.terminal.Problem;

/**
 * The outcome of a run for programs.
 *
 * @param runId the run
 * @param state its state, or ALREADY_INGESTED
 * @param seconds how long it took
 * @param rowsPerSecond applied rows per second
 * @param reconciled whether every row has exactly one fate
 * @param datasets the figures by dataset
 */
public record RunReport(String runId, String state, double seconds, double rowsPerSecond, boolean reconciled,
		List<DatasetReport> datasets) {

	/**
	 * The figures of a dataset.
	 *
	 * @param dataset its name
	 * @param read rows read
	 * @param published rows sent and acknowledged
	 * @param rejected rows that cannot be read
	 * @param applied rows committed
	 * @param deadLettered records that can never be applied
	 * @param setAside applied rows that a rule keeps out of the figures
	 * @param duplicates records that came again and were dropped
	 * @param gaps records that came too early and were dropped
	 */
	public record DatasetReport(String dataset, long read, long published, long rejected, long applied,
			long deadLettered, long setAside, long duplicates, long gaps) {

	}

	/**
	 * The report of a run.
	 * @param run the run
	 * @return its report
	 */
	public static RunReport of(Run run) {
		return new RunReport(run.runId(), run.reportedState(), run.seconds(), run.rowsPerSecond(), run.reconciled(),
				run.datasets()
					.stream()
					.map((dataset) -> new DatasetReport(dataset.dataset(), dataset.read(), dataset.published(),
							dataset.rejected(), dataset.applied(), dataset.deadLettered(), dataset.setAside(),
							dataset.duplicates(), dataset.gaps()))
					.toList());
	}

	/**
	 * Writes the report.
	 * @param file the file, replaced if it exists
	 * @throws Problem if it cannot be written
	 */
	public void write(Path file) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, Json.MAPPER.writeValueAsString(this) + System.lineSeparator());
		}
		catch (IOException ex) {
			throw new Problem("REPORT_NOT_WRITTEN", "Cannot write " + file + ": " + ex.getMessage(),
					"Name a file in a folder that can be written.", ex);
		}
	}

}
