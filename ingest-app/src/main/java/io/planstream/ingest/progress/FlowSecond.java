package io.planstream.ingest.progress;

import java.time.Instant;

/**
 * What was applied of a dataset in a second.
 *
 * @param second the second
 * @param dataset the dataset
 * @param rows rows applied
 * @param averageDelay seconds from published to applied, averaged over the rows
 * @param maxDelay seconds, of the row that took longest
 */
public record FlowSecond(Instant second, String dataset, long rows, double averageDelay, double maxDelay) {
}
