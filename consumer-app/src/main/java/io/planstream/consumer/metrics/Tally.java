package io.planstream.consumer.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.planstream.model.dataset.Dataset;

/**
 * What became of the records of one batch. Each record is counted once. For one thread.
 */
public final class Tally {

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

	/** What rows are counted by. */
	static Stream<String> datasets() {
		return Stream.concat(Arrays.stream(DATASETS).map(Dataset::id), Stream.of(REJECTS));
	}

	/** Nothing of what did not occur. */
	Map<String, Long> appliedByDataset() {
		Map<String, Long> rows = new TreeMap<>();
		for (Dataset dataset : DATASETS) {
			rows.put(dataset.id(), this.applied[dataset.ordinal()]);
		}
		rows.put(REJECTS, this.rejects);
		rows.values().removeIf((count) -> count == 0);
		return rows;
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

	long skippedByPosition() {
		return this.beforePosition;
	}

	long skippedByRun() {
		return this.ofOtherRuns;
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
