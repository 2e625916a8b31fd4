package io.planstream.model.apply;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.planstream.model.aggregate.Change;

/**
 * Locks, reads and stores watermarks within a transaction.
 */
final class Watermarks {

	private static final String TABLE = "source_watermark";

	/**
	 * Inserts what is missing and locks what is there, by the primary key alone: a
	 * locking read with many keys might scan, and wait for rows of other appliers.
	 */
	private static final String LOCK = "insert into source_watermark (run_id, topic, slice, `partition`, last_sequence, "
			+ "applied_rows, dead_lettered_rows, duplicates, gaps, ended) values (?, ?, ?, ?, -1, 0, 0, 0, 0, false) "
			+ "on duplicate key update run_id = values(run_id)";

	private static final String STORE = "insert into source_watermark (run_id, topic, slice, `partition`, last_sequence, "
			+ "applied_rows, dead_lettered_rows, duplicates, gaps, ended) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
			+ "on duplicate key update last_sequence = values(last_sequence), applied_rows = values(applied_rows), "
			+ "dead_lettered_rows = values(dead_lettered_rows), duplicates = values(duplicates), gaps = values(gaps), "
			+ "ended = values(ended)";

	private Watermarks() {
	}

	/**
	 * Locks watermarks until the transaction ends; those that do not exist are made.
	 * @param tables the tables
	 * @param keys the streams, in the order that all appliers lock in
	 * @return the watermark of each
	 */
	static Map<WatermarkKey, Watermark> lock(ApplyTables tables, SortedSet<WatermarkKey> keys) {
		tables.execute(new Change(TABLE, LOCK,
				keys.stream()
					.map((key) -> new Object[] { key.run().toString(), key.topic(), key.slice(), key.partition() })
					.toList()));
		Map<WatermarkKey, Watermark> found = new TreeMap<>();
		for (Streams streams : streams(keys)) {
			tables.watermarks(streams.run, streams.topic, streams.slices, streams.partitions)
				.stream()
				.filter((watermark) -> keys.contains(watermark.key()))
				.forEach((watermark) -> found.put(watermark.key(), watermark));
		}
		return found;
	}

	/**
	 * Stores watermarks that this transaction has locked.
	 * @param tables the tables
	 * @param watermarks the watermarks, in the order of their keys
	 */
	static void store(ApplyTables tables, Collection<Watermark> watermarks) {
		tables.execute(new Change(TABLE, STORE, watermarks.stream().map(Watermarks::row).toList()));
	}

	private static Object[] row(Watermark watermark) {
		WatermarkKey key = watermark.key();
		return new Object[] { key.run().toString(), key.topic(), key.slice(), key.partition(), watermark.lastSequence(),
				watermark.appliedRows(), watermark.deadLetteredRows(), watermark.duplicates(), watermark.gaps(),
				watermark.ended() };
	}

	private static Collection<Streams> streams(SortedSet<WatermarkKey> keys) {
		Map<List<Object>, Streams> streams = new LinkedHashMap<>();
		for (WatermarkKey key : keys) {
			Streams found = streams.computeIfAbsent(List.of(key.run(), key.topic()),
					(name) -> new Streams(key.run().toString(), key.topic()));
			found.slices.add(key.slice());
			found.partitions.add(key.partition());
		}
		return streams.values();
	}

	/** The streams of one run in one topic. */
	private static final class Streams {

		private final String run;

		private final String topic;

		private final SortedSet<Integer> slices = new TreeSet<>();

		private final SortedSet<Integer> partitions = new TreeSet<>();

		Streams(String run, String topic) {
			this.run = run;
			this.topic = topic;
		}

	}

}
