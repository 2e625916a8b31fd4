package io.planstream.model.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a dataset as it declares them, each with the index by which its reader
 * refers to it. For class initialisers.
 */
public final class Columns {

	private final List<Column> columns = new ArrayList<>();

	/**
	 * Declares a column without which a file is refused.
	 * @param name its spelling in the Kaggle files
	 * @param aliases its spellings in other years' files
	 * @return its index
	 */
	public int needed(String name, String... aliases) {
		return add(Column.needed(name, aliases));
	}

	/**
	 * Declares a column that some years' files do not have.
	 * @param name its spelling in the Kaggle files
	 * @param aliases its spellings in other years' files
	 * @return its index
	 */
	public int optional(String name, String... aliases) {
		return add(Column.optional(name, aliases));
	}

	/**
	 * Declares several columns.
	 * @param more the columns
	 * @return the index of the first
	 */
	public int addAll(List<Column> more) {
		int first = this.columns.size();
		this.columns.addAll(more);
		return first;
	}

	/**
	 * What was declared.
	 * @return the columns, by index
	 */
	public List<Column> list() {
		return List.copyOf(this.columns);
	}

	private int add(Column column) {
		this.columns.add(column);
		return this.columns.size() - 1;
	}

}
