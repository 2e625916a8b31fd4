package io.planstream.consumer.apply;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.apply.Watermark;
import io.planstream.model.apply.WatermarkKey;

import org.springframework.stereotype.Component;

/**
 * Locks, reads and stores watermarks, within a transaction at READ COMMITTED.
 * Thread-safe.
 */
@Component
class Watermarks {

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

	private final SourceWatermarkRepository repository;

	Watermarks(SourceWatermarkRepository repository) {
		this.repository = repository;
	}

	/**
	 * Locks watermarks until the transaction ends; those that do not exist are made.
	 * @param keys the streams, in the order that all appliers lock in
	 * @return the watermark of each
	 */
	Map<WatermarkKey, Watermark> lock(SortedSet<WatermarkKey> keys) {
		this.repository.execute(new Change("source_watermark", LOCK,
				keys.stream()
					.map((key) -> new Object[] { key.run().toString(), key.topic(), key.slice(), key.partition() })
					.toList()));
		Map<WatermarkKey, Watermark> found = new TreeMap<>();
		for (Stream stream : streams(keys)) {
			this.repository.find(stream.run.toString(), stream.topic, stream.slices, stream.partitions)
				.stream()
				.map(SourceWatermark::toWatermark)
				.filter((watermark) -> keys.contains(watermark.key()))
				.forEach((watermark) -> found.put(watermark.key(), watermark));
		}
		return found;
	}

	/**
	 * Stores watermarks that this transaction has locked.
	 * @param watermarks the watermarks, in the order of their keys
	 */
	void store(Collection<Watermark> watermarks) {
		this.repository
			.execute(new Change("source_watermark", STORE, watermarks.stream().map(Watermarks::row).toList()));
	}

	private static Object[] row(Watermark watermark) {
		WatermarkKey key = watermark.key();
		return new Object[] { key.run().toString(), key.topic(), key.slice(), key.partition(), watermark.lastSequence(),
				watermark.appliedRows(), watermark.deadLetteredRows(), watermark.duplicates(), watermark.gaps(),
				watermark.ended() };
	}

	private static Collection<Stream> streams(SortedSet<WatermarkKey> keys) {
		Map<List<Object>, Stream> streams = new LinkedHashMap<>();
		for (WatermarkKey key : keys) {
			Stream stream = streams.computeIfAbsent(List.of(key.run(), key.topic()),
					(name) -> new Stream(key.run(), key.topic()));
			stream.slices.add(key.slice());
			stream.partitions.add(key.partition());
		}
		return streams.values();
	}

	/** The streams of one run in one topic. */
	private static final class Stream {

		private final RunId run;

		private final String topic;

		private final SortedSet<Integer> slices = new TreeSet<>();

		private final SortedSet<Integer> partitions = new TreeSet<>();

		Stream(RunId run, String topic) {
			this.run = run;
			this.topic = topic;
		}

	}

}
