package io.planstream.ingest.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads how far runs are. Every statement is a range of a primary key over few rows,
 * except {@link #checkGrains}. Thread-safe.
 */
@Repository
public class ProgressStore {

	private final JdbcClient jdbc;

	ProgressStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How far each dataset of a run is.
	 * @param run the run
	 * @return in reading order
	 */
	public List<DatasetProgress> datasets(RunId run) {
		Map<String, long[]> read = sums("""
				select dataset, sum(rows_read), sum(rows_published), sum(rows_rejected) from slice
				where run_id = ? group by dataset""", 3, run);
		Map<String, long[]> applied = sums("""
				select topic, sum(applied_rows), sum(dead_lettered_rows), sum(duplicates), sum(gaps)
				from source_watermark where run_id = ? group by topic""", 4, run);
		Map<String, long[]> totals = sums("""
				select dataset, sum(set_aside_rows), sum(aggregated_rows) from dataset_total
				where run_id = ? group by dataset""", 2, run);
		Map<String, long[]> files = sums("""
				select dataset, sum(data_rows) from source_file where run_id = ? group by dataset order by min(file_no)
				""", 1, run);
		return files.entrySet()
			.stream()
			.map((file) -> progress(file.getKey(), file.getValue()[0], sumsOf(read, file.getKey(), 3),
					sumsOf(applied, topic(file.getKey()), 4), sumsOf(totals, file.getKey(), 2)))
			.toList();
	}

	private static DatasetProgress progress(String dataset, long rows, long[] read, long[] applied, long[] totals) {
		return new DatasetProgress(dataset, rows, read[0], read[1], read[2], applied[0], applied[1], totals[0],
				totals[1], applied[2], applied[3]);
	}

	private Map<String, long[]> sums(String sql, int columns, RunId run) {
		Map<String, long[]> sums = new LinkedHashMap<>();
		this.jdbc.sql(sql).param(run.toString()).query((row) -> {
			long[] values = new long[columns];
			for (int column = 0; column < columns; column++) {
				values[column] = row.getLong(column + 2);
			}
			sums.put(row.getString(1), values);
		});
		return sums;
	}

	private static long[] sumsOf(Map<String, long[]> sums, String key, int columns) {
		return sums.getOrDefault(key, new long[columns]);
	}

	private static String topic(String dataset) {
		return Dataset.byId(dataset).orElseThrow().topic();
	}

	/**
	 * Whether every row of each file has exactly one fate, by what {@link #checkGrains}
	 * noted.
	 * @param run the run
	 * @return one line per file
	 */
	public List<FileReconciliation> reconciliation(RunId run) {
		return this.jdbc.sql("""
				select dataset, file_name, rows_read, rows_published, rows_rejected, rows_dead_lettered, rows_applied,
				  rows_in_aggregates, rows_set_aside, coalesce(reconciled, 0) as reconciled
				from v_reconciliation where run_id = ? order by dataset, file_name""")
			.param(run.toString())
			.query(FileReconciliation.class)
			.list();
	}

	/**
	 * Notes what each grain of a run holds; the reconciliation is drawn up from that.
	 * Reads all aggregates of the run: a second at full size.
	 * @param run the run, applied to its end
	 */
	public void checkGrains(RunId run) {
		this.jdbc
			.sql("""
					replace into grain_check (run_id, dataset, part, grain, aggregated_rows, set_aside_rows)
					select run_id, dataset, part, grain, aggregated_rows, set_aside_rows from grain_total where run_id = ?""")
			.param(run.toString())
			.update();
	}

	/**
	 * How far the streams of a run are applied.
	 * @param run the run
	 * @return sums over its watermarks
	 */
	public Watermarks watermarks(RunId run) {
		return this.jdbc.sql("""
				select coalesce(sum(ended), 0) as ended, coalesce(sum(last_sequence + 1), 0) as applied,
				  coalesce(sum(duplicates + gaps), 0) as dropped
				from source_watermark where run_id = ?""").param(run.toString()).query(Watermarks.class).single();
	}

	/**
	 * How many slices a run has.
	 * @param run the run
	 * @return the count
	 */
	public int slices(RunId run) {
		return this.jdbc.sql("select count(*) from slice where run_id = ?")
			.param(run.toString())
			.query(Integer.class)
			.single();
	}

	/**
	 * Slices of which not every stream is applied to its end.
	 * @param run the run
	 * @param streams how many streams each slice has: its partitions and its rejects
	 * @return numbers of the slices
	 */
	public List<Integer> incompleteSlices(RunId run, int streams) {
		return this.jdbc.sql("""
				select s.slice from slice s left join (
				  select slice, sum(ended) as ended from source_watermark where run_id = :run group by slice
				) w on w.slice = s.slice
				where s.run_id = :run and (not s.ended or coalesce(w.ended, 0) < :streams) order by s.slice""")
			.param("run", run.toString())
			.param("streams", streams)
			.query(Integer.class)
			.list();
	}

}
