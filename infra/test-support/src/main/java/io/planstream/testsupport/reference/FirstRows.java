package io.planstream.testsupport.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table of which the first of several rows of a key stays, while it grows.
 */
final class FirstRows {

	private static final List<String> SOURCE = List.of("source_rows", "source_order");

	private final List<String> textColumns;

	private final Map<List<String>, List<String>> texts = new HashMap<>();

	private final Tally counts;

	FirstRows(String table, List<String> keyColumns, List<String> textColumns, List<String> countColumns) {
		this.textColumns = textColumns;
		this.counts = new Tally(table, keyColumns, Stream.of(countColumns, SOURCE).flatMap(List::stream).toList());
	}

	/** Add a row; what it returns counts on for the key. */
	Tally.Row add(List<String> key, List<String> values, long line) {
		boolean first = this.texts.putIfAbsent(key, values) == null;
		return this.counts.at(key).count("source_rows").add("source_order", first ? line : 0);
	}

	ReferenceTable table() {
		ReferenceTable counted = this.counts.table();
		Map<List<String>, List<String>> rows = new HashMap<>();
		counted.rows().forEach((key, values) -> rows.put(key, joined(this.texts.get(key), values)));
		return new ReferenceTable(counted.name(), counted.keyColumns(),
				joined(this.textColumns, counted.valueColumns()), rows);
	}

	private static List<String> joined(List<String> one, List<String> other) {
		List<String> both = new ArrayList<>(one);
		both.addAll(other);
		return both;
	}

}
