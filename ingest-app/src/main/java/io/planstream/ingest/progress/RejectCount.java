package io.planstream.ingest.progress;

/**
 * How many rows of a dataset are rejected for a reason.
 *
 * @param dataset the dataset
 * @param reason kind of problem
 * @param rows the count
 */
public record RejectCount(String dataset, String reason, long rows) {
}
