package io.planstream.model.dataset;

import java.util.Arrays;

/**
 * Where the columns of a dataset stand in one file. Immutable.
 */
public final class Layout {

	/** The header of most files names no year. */
	public static final int NO_YEAR = 0;

	private final Dataset dataset;

	private final int fieldCount;

	private final int[] indexes;

	private final int headerYear;

	Layout(Dataset dataset, int fieldCount, int[] indexes, int headerYear) {
		this.dataset = dataset;
		this.fieldCount = fieldCount;
		this.indexes = indexes;
		this.headerYear = headerYear;
	}

	/**
	 * The dataset of the file.
	 * @return the dataset
	 */
	public Dataset dataset() {
		return this.dataset;
	}

	/**
	 * How many fields each record has.
	 * @return the number of columns in the header
	 */
	public int fieldCount() {
		return this.fieldCount;
	}

	/**
	 * Where a column stands.
	 * @param column index in {@link Dataset#columns()}
	 * @return index in the record, or -1 when the file does not have the column
	 */
	public int indexOf(int column) {
		return this.indexes[column];
	}

	/**
	 * The plan year of all rows, where the header names it.
	 * @return the later of the two years in the header of a crosswalk, or
	 * {@link #NO_YEAR}
	 */
	public int headerYear() {
		return this.headerYear;
	}

	/**
	 * The other way round, for a reader that sees fields one by one.
	 * @return for each field of a record the index in {@link Dataset#columns()}, or -1
	 */
	public int[] columnOfField() {
		int[] columns = new int[this.fieldCount];
		Arrays.fill(columns, -1);
		for (int column = 0; column < this.indexes.length; column++) {
			if (this.indexes[column] >= 0) {
				columns[this.indexes[column]] = column;
			}
		}
		return columns;
	}

}
