package io.planstream.ingest.serving;

import java.time.Instant;

/**
 * Which run the views show.
 *
 * @param dataset name of a dataset
 * @param businessYear plan year
 * @param runId the run
 * @param complete whether it is complete
 * @param since since when the views show it
 */
public record ServedYear(String dataset, int businessYear, String runId, boolean complete, Instant since) {
}
