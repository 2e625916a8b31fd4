package io.planstream.ingest.metrics;

/**
 * What flows through this application. The gauges are read from the tables, for each of
 * the latest runs and its datasets, so that they go on where they were after a kill; at
 * every moment
 *
 * <ul>
 * <li>{@code planstream_rows_read} = {@code planstream_rows_published} +
 * {@code planstream_rows_rejected}</li>
 * <li>{@code planstream_rows_applied} = {@code planstream_rows_in_aggregates} +
 * {@code planstream_rows_set_aside}</li>
 * <li>{@code planstream_rows_applied} + {@code planstream_rows_dead_lettered} &lt;=
 * {@code planstream_rows_published}, and equal once the run is complete. Alert when they
 * stay apart.</li>
 * <li>{@code planstream_rows_read} = {@code planstream_rows_in_files} once the run is
 * complete.</li>
 * <li>{@code planstream_run_gaps} and {@code planstream_run_duplicates} count records of
 * the datasets' topics that were dropped: behind a missing one, which are sent again, and
 * applied before. They never shrink.</li>
 * </ul>
 *
 * For each run
 *
 * <ul>
 * <li>{@code planstream_run_state} is 1 for its {@code state} (running, stopped, failed
 * or complete) and 0 for the others.</li>
 * <li>{@code planstream_run_bearable_rejects} is what the sum of its
 * {@code planstream_rows_rejected} may reach; the run fails above it.</li>
 * <li>{@code planstream_run_reconciled} is there once the run has ended and is applied to
 * its end: 1 if every row has exactly one fate, else 0, which must not happen. Read once
 * a minute.</li>
 * </ul>
 *
 * {@code planstream_figures_age_seconds} says how old all these are: they stay as they
 * are while the database is away, and are read every two seconds else.
 * <p>
 * The counters begin with the process: {@code planstream_blocks_sent_total} =
 * {@code planstream_blocks_acknowledged_total} + blocks that were sent again or given up.
 * A difference that grows means that Kafka does not take what is sent. Implementations
 * are thread-safe.
 */
public interface FlowMetrics {

	/**
	 * A block was handed to Kafka, for the first time or again.
	 */
	void blockSent();

	/**
	 * Kafka acknowledged every record of a block.
	 */
	void blockAcknowledged();

}
