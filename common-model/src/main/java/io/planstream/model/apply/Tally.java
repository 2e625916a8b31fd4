package io.planstream.model.apply;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import io.planstream.model.dataset.Dataset;

/**
 * What became of the records of one batch. Each record is counted once. For one thread.
 */
public final class Tally implements Serializable {

	private static final long serialVersionUID = 1L;

	/** Stands for the dataset of rejects. */
	private static final String REJECTS = "reject";

	private static final Dataset[] DATASETS = Dataset.values();

	private final long[] applied = new long[DATASETS.length];

	private long rejects;

	private long duplicates;

	private long gaps;

	private long beforePosition;

	private long ofOtherRuns;

	private long deadLettered;

	private long ends;

	/**
	 * Counts a row that is in the aggregates or set aside.
	 * @param dataset its dataset
	 */
	public void applied(Dataset dataset) {
		this.applied[dataset.ordinal()]++;
	}

	/** Counts a row that is kept as a reject. */
	public void reject() {
		this.rejects++;
	}

	/** Counts a record that was applied before. */
	public void duplicate() {
		this.duplicates++;
	}

	/** Counts a record behind a missing one. */
	public void gap() {
		this.gaps++;
	}

	/**
	 * Counts records that lie before the stored position.
	 * @param records how many
	 */
	public void beforePosition(long records) {
		this.beforePosition += records;
	}

	/** Counts a record of a run that is deleted or unknown. */
	public void ofOtherRun() {
		this.ofOtherRuns++;
	}

	/** Counts a record that can never be applied. */
	public void deadLettered() {
		this.deadLettered++;
	}

	/** Counts an applied end of a slice. */
	public void endOfSlice() {
		this.ends++;
	}

	/**
	 * Adds the counts of another batch.
	 * @param other the other batch
	 */
	public void add(Tally other) {
		for (int i = 0; i < this.applied.length; i++) {
			this.applied[i] += other.applied[i];
		}
		this.rejects += other.rejects;
		this.duplicates += other.duplicates;
		this.gaps += other.gaps;
		this.beforePosition += other.beforePosition;
		this.ofOtherRuns += other.ofOtherRuns;
		this.deadLettered += other.deadLettered;
		this.ends += other.ends;
	}

	/**
	 * All records.
	 * @return the sum of the other counts
	 */
	public long received() {
		return appliedRows() + this.duplicates + this.gaps + this.beforePosition + this.ofOtherRuns + this.deadLettered
				+ this.ends;
	}

	/**
	 * What is counted, also what did not occur: one count a dataset, one of rejects, then
	 * the others. At any time {@code planstream.records.received} is the sum of all
	 * others.
	 * @return always the same names and tags in the same order
	 */
	public List<Count> counts() {
		List<Count> counts = new ArrayList<>();
		for (Dataset dataset : DATASETS) {
			counts.add(applied(dataset.id(), this.applied[dataset.ordinal()]));
		}
		counts.add(applied(REJECTS, this.rejects));
		counts.add(new Count("planstream.records.received", "Records of committed batches", received()));
		counts.add(new Count("planstream.records.duplicate", "Records applied before", this.duplicates));
		counts.add(new Count("planstream.records.gap", "Records behind a missing one", this.gaps));
		counts.add(skipped("position", this.beforePosition));
		counts.add(skipped("run", this.ofOtherRuns));
		counts
			.add(new Count("planstream.records.dead.lettered", "Records that can never be applied", this.deadLettered));
		counts.add(new Count("planstream.slices.ended", "Ends of slices applied", this.ends));
		return counts;
	}

	private static Count applied(String dataset, long rows) {
		return new Count("planstream.rows.applied", "Rows in the aggregates, set aside, or kept as rejects", "dataset",
				dataset, rows);
	}

	private static Count skipped(String reason, long records) {
		return new Count("planstream.records.skipped",
				"Records before the stored position, or of a deleted or unknown run", "reason", reason, records);
	}

	/**
	 * A count under the name that both engines show it by.
	 *
	 * @param name name of the meter, with dots
	 * @param description what it says
	 * @param tag name of the tag that tells it from its siblings, or null
	 * @param tagValue value of the tag, or null
	 * @param value the count
	 */
	public record Count(String name, String description, String tag, String tagValue, long value) {

		Count(String name, String description, long value) {
			this(name, description, null, null, value);
		}

	}

	/**
	 * Rows applied, rejects among them.
	 * @return a count
	 */
	public long appliedRows() {
		long sum = this.rejects;
		for (long rows : this.applied) {
			sum += rows;
		}
		return sum;
	}

	/**
	 * Records that were applied before by their sequence.
	 * @return a count
	 */
	public long duplicates() {
		return this.duplicates;
	}

	/**
	 * Records behind a missing one.
	 * @return a count
	 */
	public long gaps() {
		return this.gaps;
	}

	/**
	 * Records that can never be applied.
	 * @return a count
	 */
	public long deadLetters() {
		return this.deadLettered;
	}

	/**
	 * Ends of slices.
	 * @return a count
	 */
	public long ends() {
		return this.ends;
	}

	@Override
	public String toString() {
		return received() + " records = " + appliedRows() + " applied + " + this.duplicates + " duplicates + "
				+ this.gaps + " gaps + " + this.beforePosition + " before the position + " + this.ofOtherRuns
				+ " of deleted or unknown runs + " + this.deadLettered + " dead-lettered + " + this.ends
				+ " ends of slices";
	}

}
