package io.planstream.testsupport.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A table of counts and sums while it grows.
 */
final class Tally {

	private final String table;

	private final List<String> keyColumns;

	private final List<String> valueColumns;

	private final Map<String, Integer> positions = new HashMap<>();

	private final Map<List<String>, long[]> rows = new HashMap<>();

	Tally(String table, List<String> keyColumns, List<String> valueColumns) {
		this.table = table;
		this.keyColumns = keyColumns;
		this.valueColumns = valueColumns;
		valueColumns.forEach((column) -> this.positions.put(column, this.positions.size()));
	}

	/** The row of a key, all zeros if it is new. */
	Row at(List<String> key) {
		return new Row(this.rows.computeIfAbsent(key, (each) -> new long[this.valueColumns.size()]));
	}

	ReferenceTable table() {
		Map<List<String>, List<String>> texts = new HashMap<>();
		this.rows.forEach((key, sums) -> texts.put(key, LongStream.of(sums).mapToObj(Long::toString).toList()));
		return new ReferenceTable(this.table, this.keyColumns, this.valueColumns, texts);
	}

	/** A row of the table. */
	final class Row {

		private final long[] sums;

		private Row(long[] sums) {
			this.sums = sums;
		}

		Row add(String column, long amount) {
			Integer position = Tally.this.positions.get(column);
			if (position == null) {
				throw new IllegalArgumentException(Tally.this.table + " has no column " + column);
			}
			this.sums[position] += amount;
			return this;
		}

		Row count(String column) {
			return add(column, 1);
		}

		Row countIf(boolean condition, String column) {
			return condition ? count(column) : this;
		}

	}

}
