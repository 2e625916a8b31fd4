package io.planstream.testsupport.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a table should hold for a run: text by text, as a database says it, null where a
 * value is not known. A column {@code source_order} holds the line alone, not the number
 * of the file.
 *
 * @param name the table
 * @param keyColumns columns of the key without the run
 * @param valueColumns all other columns
 * @param rows the values by key, both in the order of their columns
 */
public record ReferenceTable(String name, List<String> keyColumns, List<String> valueColumns,
		Map<List<String>, List<String>> rows) {

	/**
	 * Say where another content of the table is not this one.
	 * @param found the values by key
	 * @return for each difference table, key, column, and both values, in the order of
	 * the keys; empty if there is none
	 */
	public List<String> differences(Map<List<String>, List<String>> found) {
		Map<String, String> differences = new TreeMap<>();
		this.rows.forEach((key, values) -> {
			List<String> others = found.get(key);
			if (others == null) {
				differences.put(where(key), "should be there with " + named(this.valueColumns, values));
			}
			else if (!others.equals(values)) {
				differences.put(where(key), String.join("; ", unequal(values, others)));
			}
		});
		found.forEach((key, values) -> {
			if (!this.rows.containsKey(key)) {
				differences.put(where(key), "should not be there, has " + named(this.valueColumns, values));
			}
		});
		List<String> messages = new ArrayList<>();
		differences.forEach((where, what) -> messages.add(where + ": " + what));
		return messages;
	}

	private List<String> unequal(List<String> values, List<String> others) {
		List<String> unequal = new ArrayList<>();
		for (int column = 0; column < values.size(); column++) {
			if (!Objects.equals(values.get(column), others.get(column))) {
				unequal.add(this.valueColumns.get(column) + " should be " + values.get(column) + ", is "
						+ others.get(column));
			}
		}
		return unequal;
	}

	private String where(List<String> key) {
		return this.name + " [" + named(this.keyColumns, key) + "]";
	}

	private static String named(List<String> columns, List<String> values) {
		List<String> named = new ArrayList<>();
		for (int column = 0; column < columns.size(); column++) {
			named.add(columns.get(column) + "=" + values.get(column));
		}
		return String.join(", ", named);
	}

}
