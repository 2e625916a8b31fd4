package io.planstream.model.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The first record of a file, and what it says about the rest.
 *
 * @param names the column names, trimmed
 */
public record Header(List<String> names) {

	/**
	 * A file is taken for a broken one of a dataset, not for a stranger, when it has at
	 * least this share of the needed columns. The files of the data set that share most
	 * with another have under one half of its needed columns.
	 */
	private static final double LIKENESS = 0.6;

	public Header {
		names = names.stream().map(String::trim).toList();
	}

	/**
	 * Finds out what kind of file this is the header of.
	 * @return the layout of a known file, the columns that are missing from it, or that
	 * it is unknown
	 */
	public Recognition recognise() {
		Dataset nearest = Arrays.stream(Dataset.values()).max(Comparator.comparingDouble(this::likeness)).orElseThrow();
		if (likeness(nearest) < LIKENESS) {
			return new Recognition.Unknown(this.names);
		}
		List<String> missing = nearest.columns()
			.stream()
			.filter((column) -> column.needed() && indexOf(column) < 0)
			.map(Column::name)
			.toList();
		if (!missing.isEmpty()) {
			return new Recognition.MissingColumns(nearest, missing, this.names);
		}
		return new Recognition.Known(layout(nearest));
	}

	private Layout layout(Dataset dataset) {
		int[] indexes = dataset.columns().stream().mapToInt(this::indexOf).toArray();
		return new Layout(dataset, this.names.size(), indexes);
	}

	private double likeness(Dataset dataset) {
		List<Column> needed = dataset.columns().stream().filter(Column::needed).toList();
		long present = needed.stream().filter((column) -> indexOf(column) >= 0).count();
		return (double) present / needed.size();
	}

	private int indexOf(Column column) {
		int exact = this.names.indexOf(column.name());
		if (exact >= 0) {
			return exact;
		}
		for (int i = 0; i < this.names.size(); i++) {
			if (column.isCalled(this.names.get(i))) {
				return i;
			}
		}
		return -1;
	}

}
