package io.planstream.ingest.progress;

/**
 * A row that could not be read or breaks the contract.
 *
 * @param fileName its file
 * @param dataset dataset of the file
 * @param line line it begins in
 * @param column the column, or null when it is the record as a whole
 * @param reason kind of problem
 * @param message what was found
 * @param rawText the row as it was found, cut at 16 KiB
 */
public record RejectedRow(String fileName, String dataset, long line, String column, String reason, String message,
		String rawText) {
}
