package io.planstream.consumer.metrics;

import java.time.Duration;
import java.util.function.Supplier;

import io.planstream.model.apply.Tally;

/**
 * What this process counts while it applies. A batch is counted when its transaction is
 * committed, and not at all if it is rolled back, so that at any time
 * <ul>
 * <li>{@code planstream_records_received} = {@code planstream_rows_applied} (of all
 * datasets, each there from the start, rejects among them) +
 * {@code planstream_records_duplicate} + {@code planstream_records_gap} +
 * {@code planstream_records_skipped} (before the stored position, or of a deleted or
 * unknown run) + {@code planstream_records_dead_lettered} +
 * {@code planstream_slices_ended};</li>
 * <li>what {@code planstream_rows_applied} grows by in all processes = what the rows of
 * table {@code flow} grow by, applied and rejected together;</li>
 * <li>{@code planstream_apply_batch} (seconds) is counted once for each such
 * transaction.</li>
 * </ul>
 * A batch whose commit was not answered and turns out to be committed is counted as
 * skipped, though the flow has it. A gap is a record behind a missing one: it is sent
 * again, and counted again. Counters begin at zero with the process; what is true of a
 * run stands in the tables.
 * <p>
 * Gauges: {@code planstream_consumption_interrupted} is 1 during an outage;
 * {@code planstream_partitions_consumed} and {@code planstream_partitions_stopped} are
 * the partitions of this process that are read and that cannot be.
 * <p>
 * Thread-safe.
 */
public interface ApplyMetrics {

	/**
	 * Counts a committed transaction.
	 * @param tally what became of its records
	 * @param took from its first statement to its commit
	 */
	void committed(Tally tally, Duration took);

	/**
	 * Shows a number.
	 * @param name its name, with underscores
	 * @param description what it says
	 * @param number asked whenever metrics are read
	 */
	void gauge(String name, String description, Supplier<Number> number);

}
