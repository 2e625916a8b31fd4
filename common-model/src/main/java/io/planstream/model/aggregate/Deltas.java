package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch adds to one table: at most one delta a row. For one thread.
 */
public final class Deltas {

	private final AggregateTable table;

	private final long[] identity;

	private final Map<Key, long[]> byKey = new HashMap<>();

	/**
	 * Nothing yet.
	 * @param table the table; without attributes
	 */
	public Deltas(AggregateTable table) {
		this.table = table;
		this.identity = table.identity();
	}

	/**
	 * The numbers of a key, to be changed in place.
	 * @param key the key; the object may be used again
	 * @return one number a measure
	 */
	public long[] at(Key key) {
		long[] numbers = this.byKey.get(key.filled());
		if (numbers == null) {
			numbers = this.identity.clone();
			this.byKey.put(key.copy(), numbers);
		}
		return numbers;
	}

	/**
	 * As rows.
	 * @return in the order of the keys, so that all writers lock in the same order
	 */
	public Change toChange() {
		List<Object[]> rows = new ArrayList<>(this.byKey.size());
		new TreeMap<>(this.byKey).forEach((key, numbers) -> {
			Object[] row = new Object[key.size() + numbers.length];
			key.copyTo(row);
			for (int i = 0; i < numbers.length; i++) {
				row[key.size() + i] = numbers[i];
			}
			rows.add(row);
		});
		return this.table.change(rows);
	}

	/**
	 * Whether nothing was added.
	 * @return true if no key was asked for
	 */
	public boolean isEmpty() {
		return this.byKey.isEmpty();
	}

}
