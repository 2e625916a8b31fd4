package io.planstream.ingest.run;

import java.time.Instant;

import io.planstream.model.RunId;

/**
 * One ingestion of a set of source files.
 *
 * @param id its identity
 * @param contentHash SHA-256 over the hashes of the source files
 * @param ordinal 0 for the first run of this content
 * @param contractVersion version of the contract it was begun under
 * @param partitions partition count it was begun with
 * @param state where it stands
 * @param message why it failed and what to do, or null
 * @param attempt number of attempts so far
 * @param rowsPerSecond pacing, or null for full speed
 * @param limit how many rejected rows it bears
 * @param createdAt when it was asked for
 * @param finishedAt when it ended, or null
 */
public record Run(RunId id, String contentHash, int ordinal, int contractVersion, int partitions, RunState state,
		String message, int attempt, Integer rowsPerSecond, RejectLimit limit, Instant createdAt, Instant finishedAt) {
}
