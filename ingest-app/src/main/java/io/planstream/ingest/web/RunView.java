package io.planstream.ingest.web;

import java.time.Instant;
import java.util.List;

import io.planstream.ingest.progress.DatasetProgress;
import io.planstream.ingest.progress.FileReconciliation;

/**
 * A run as the REST interface shows it.
 *
 * @param runId 16 hexadecimal digits
 * @param state RUNNING, STOPPING, STOPPED, FAILED, COMPLETE or DELETED
 * @param message why it failed and what to do, or null
 * @param alreadyIngested whether a request found its content complete and started nothing
 * @param createdAt when it was asked for
 * @param finishedAt when it ended, or null
 * @param seconds from asking to the end, or until now
 * @param rowsPerSecond applied rows per second so far
 * @param reconciled whether every row has exactly one fate
 * @param serving datasets and years that the views show from it
 * @param attempt number of attempts so far
 * @param datasets how far each dataset is
 * @param files its source files
 * @param reconciliation one line per file; empty while it runs, and in lists
 */
record RunView(String runId, String state, String message, boolean alreadyIngested, Instant createdAt,
		Instant finishedAt, double seconds, double rowsPerSecond, boolean reconciled, List<String> serving, int attempt,
		List<DatasetProgress> datasets, List<FileView> files, List<FileReconciliation> reconciliation) {
}
