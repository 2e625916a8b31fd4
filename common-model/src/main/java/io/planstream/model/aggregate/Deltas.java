package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch adds to one table: at most one delta a row.
 */
final class Deltas {

	private final AggregateTable table;

	private final long[] identity;

	private final Map<Key, long[]> byKey = new HashMap<>();

	Deltas(AggregateTable table) {
		this.table = table;
		this.identity = table.identity();
	}

	/** The numbers of a key, to be changed in place; the key object may be used again. */
	long[] at(Key key) {
		long[] numbers = this.byKey.get(key.filled());
		if (numbers == null) {
			numbers = this.identity.clone();
			this.byKey.put(key.copy(), numbers);
		}
		return numbers;
	}

	/** As rows, in the order of the keys, so that all writers lock in the same order. */
	Change toChange() {
		List<Object[]> rows = new ArrayList<>(this.byKey.size());
		new TreeMap<>(this.byKey).forEach((key, numbers) -> {
			Object[] row = new Object[key.size() + numbers.length];
			key.copyTo(row);
			for (int i = 0; i < numbers.length; i++) {
				row[key.size() + i] = numbers[i];
			}
			rows.add(row);
		});
		return new Change(this.table.name(), this.table.upsertSql(), rows);
	}

	boolean isEmpty() {
		return this.byKey.isEmpty();
	}

}
