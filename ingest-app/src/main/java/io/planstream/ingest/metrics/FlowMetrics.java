package io.planstream.ingest.metrics;

/**
 * What flows through this application. The gauges are read from the tables, for each run
 * and dataset, so that they go on where they were after a kill; at every moment
 *
 * <ul>
 * <li>{@code planstream_rows_read} = {@code planstream_rows_published} +
 * {@code planstream_rows_rejected}</li>
 * <li>{@code planstream_rows_applied} = {@code planstream_rows_in_aggregates} +
 * {@code planstream_rows_set_aside}</li>
 * <li>{@code planstream_rows_applied} + {@code planstream_rows_dead_lettered} &lt;=
 * {@code planstream_rows_published}, and equal once the run is complete. Alert when they
 * stay apart.</li>
 * <li>{@code planstream_rows_read} = {@code planstream_rows_total} once the run is
 * complete.</li>
 * </ul>
 *
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
