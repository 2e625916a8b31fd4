package io.planstream.model.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.planstream.model.record.PublishedRecord;
import io.planstream.model.row.Row;

/**
 * Folds rows into tables as their {@link Grain grains} declare it.
 */
final class GrainFold<R extends Row> implements RowFold {

	private final List<Part<R>> parts;

	GrainFold(List<Grain<R>> grains) {
		this.parts = grains.stream().map(Part::new).toList();
	}

	@Override
	public void add(String run, PublishedRecord.OfRow record) {
		R row = Grain.rowOf(record);
		long order = record.sourceOrder();
		for (Part<R> part : this.parts) {
			part.add(run, row, order);
		}
	}

	@Override
	public List<Change> changes() {
		return this.parts.stream().filter((part) -> !part.entries.isEmpty()).map(Part::toChange).toList();
	}

	private static final class Part<R extends Row> {

		private final Grain<R> grain;

		private final long[] identity;

		private final Key key;

		private final Map<Key, Entry<R>> entries = new HashMap<>();

		Part(Grain<R> grain) {
			this.grain = grain;
			this.identity = grain.table().identity();
			this.key = new Key(grain.keySize());
		}

		void add(String run, R row, long order) {
			if (!this.grain.takes(row)) {
				return;
			}
			this.grain.fill(this.key, run, row);
			Entry<R> entry = this.entries.get(this.key.filled());
			if (entry == null) {
				entry = new Entry<>(this.identity.clone(), row, order);
				this.entries.put(this.key.copy(), entry);
			}
			else if (order < entry.order) {
				entry.first = row;
				entry.order = order;
			}
			this.grain.add(entry.numbers, row);
		}

		/** In the order of the keys, so that all writers lock in the same order. */
		Change toChange() {
			List<Object[]> rows = new ArrayList<>(this.entries.size());
			new TreeMap<>(this.entries).forEach((each, entry) -> rows.add(entry.toRow(each, this.grain)));
			return this.grain.table().change(rows);
		}

	}

	private static final class Entry<R extends Row> {

		private final long[] numbers;

		private R first;

		private long order;

		Entry(long[] numbers, R first, long order) {
			this.numbers = numbers;
			this.first = first;
			this.order = order;
		}

		Object[] toRow(Key key, Grain<R> grain) {
			Object[] attributes = grain.attributesOf(this.first);
			boolean ordered = grain.table().hasOrder();
			Object[] row = new Object[key.size() + attributes.length + this.numbers.length + (ordered ? 1 : 0)];
			key.copyTo(row);
			System.arraycopy(attributes, 0, row, key.size(), attributes.length);
			int next = key.size() + attributes.length;
			for (long number : this.numbers) {
				row[next++] = number;
			}
			if (ordered) {
				row[next] = this.order;
			}
			return row;
		}

	}

}
