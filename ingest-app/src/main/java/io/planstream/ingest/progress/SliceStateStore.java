package io.planstream.ingest.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.planstream.ingest.slice.Slice;
import io.planstream.ingest.slice.SliceStore;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far slices and partitions of a run are. Thread-safe.
 */
@Repository
public class SliceStateStore {

	private final JdbcClient jdbc;

	private final SliceStore slices;

	SliceStateStore(JdbcClient jdbc, SliceStore slices) {
		this.jdbc = jdbc;
		this.slices = slices;
	}

	/**
	 * How far each slice and each partition is.
	 * @param run the run
	 * @param streams how many streams each slice has: its partitions and its rejects
	 * @return the states
	 */
	public States of(RunId run, int streams) {
		List<Slice> all = this.slices.of(run);
		Map<Integer, Integer> ended = ended(run);
		return new States(
				all.stream().map((slice) -> state(slice, ended.getOrDefault(slice.number(), 0) >= streams)).toList(),
				partitions(all, applied(run)));
	}

	private static SliceState state(Slice slice, boolean applied) {
		long bytes = slice.range().endByte() - slice.range().startByte();
		double share = (bytes > 0) ? (double) (slice.progress().position() - slice.range().startByte()) / bytes : 1;
		return new SliceState(slice.number(), slice.dataset().id(), slice.fileNo(),
				slice.progress().ended() ? 1 : Math.max(0, Math.min(1, share)), slice.progress().rowsRead(),
				slice.progress().ended(), applied);
	}

	private static List<PartitionState> partitions(List<Slice> slices, Map<String, Map<Integer, Long>> applied) {
		Map<Dataset, long[]> sent = new TreeMap<>();
		for (Slice slice : slices) {
			long[] sequences = slice.progress().sequences();
			long[] sums = sent.computeIfAbsent(slice.dataset(), (dataset) -> new long[sequences.length]);
			for (int partition = 0; partition < sequences.length; partition++) {
				sums[partition] += sequences[partition];
			}
		}
		List<PartitionState> partitions = new ArrayList<>();
		sent.forEach((dataset, sums) -> {
			Map<Integer, Long> known = applied.getOrDefault(dataset.topic(), Map.of());
			for (int partition = 0; partition < sums.length; partition++) {
				partitions.add(new PartitionState(dataset.id(), partition, sums[partition],
						known.getOrDefault(partition, 0L)));
			}
		});
		return partitions;
	}

	private Map<Integer, Integer> ended(RunId run) {
		Map<Integer, Integer> ended = new TreeMap<>();
		this.jdbc.sql("select slice, sum(ended) from source_watermark where run_id = ? group by slice")
			.param(run.toString())
			.query((row) -> {
				ended.put(row.getInt(1), row.getInt(2));
			});
		return ended;
	}

	private Map<String, Map<Integer, Long>> applied(RunId run) {
		Map<String, Map<Integer, Long>> applied = new TreeMap<>();
		this.jdbc.sql("""
				select topic, `partition`, sum(last_sequence + 1) from source_watermark
				where run_id = ? group by topic, `partition`""").param(run.toString()).query((row) -> {
			applied.computeIfAbsent(row.getString(1), (topic) -> new TreeMap<>()).put(row.getInt(2), row.getLong(3));
		});
		return applied;
	}

	/**
	 * How far slices and partitions are.
	 *
	 * @param slices in order
	 * @param partitions of each topic, in reading order of the datasets
	 */
	public record States(List<SliceState> slices, List<PartitionState> partitions) {
	}

}
