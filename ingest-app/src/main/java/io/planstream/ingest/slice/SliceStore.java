package io.planstream.ingest.slice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.inspect.SliceRange;
import io.planstream.model.inspect.SourceFile;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table {@code slice}. Thread-safe; takes part in the caller's transaction, except where
 * it says so.
 */
@Repository
public class SliceStore {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	SliceStore(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * Stores the slices of a new run, numbered over all files.
	 * @param run the run
	 * @param partitions its partition count
	 * @param files its files
	 */
	public void insert(RunId run, int partitions, List<SourceFile> files) {
		List<Object[]> rows = new ArrayList<>();
		String sequences = text(new long[partitions]);
		for (SourceFile file : files) {
			for (SliceRange range : file.slices()) {
				rows.add(new Object[] { run.toString(), rows.size(), file.fileNo(), file.dataset().id(),
						range.startByte(), range.endByte(), range.startLine(), range.checksum(), range.startByte(),
						range.startLine(), sequences });
			}
		}
		this.template.batchUpdate(
				"""
						insert into slice (run_id, slice, file_no, dataset, start_byte, end_byte, start_line, checksum, position,
						  line, sequences, reject_sequence, rows_read, rows_published, rows_rejected, ended, owner_epoch)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, false, 0)""",
				rows);
	}

	/**
	 * The slices of a run.
	 * @param run the run
	 * @return in order
	 */
	public List<Slice> of(RunId run) {
		return this.jdbc.sql("select * from slice where run_id = ? order by slice")
			.param(run.toString())
			.query(SliceStore::map)
			.list();
	}

	/**
	 * Hands all slices of a run to an epoch: no other can move them any more.
	 * @param run the run
	 * @param epoch the owner's epoch
	 */
	public void own(RunId run, long epoch) {
		this.jdbc.sql("update slice set owner_epoch = ? where run_id = ?").params(epoch, run.toString()).update();
	}

	/**
	 * Moves a slice in a transaction of its own, if it still is where the caller believes
	 * and belongs to the caller. Can be called again when an answer was lost.
	 * @param run the run
	 * @param slice its slice
	 * @param epoch the owner's epoch
	 * @param from where the slice is
	 * @param to where it goes
	 * @return false if another owner has it, or it was sent back to its start
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public boolean advance(RunId run, int slice, long epoch, SliceProgress from, SliceProgress to) {
		int updated = this.jdbc.sql("""
				update slice set position = ?, line = ?, sequences = ?, reject_sequence = ?, rows_read = ?,
				  rows_published = ?, rows_rejected = ?, ended = ?
				where run_id = ? and slice = ? and position = ? and ended = false and owner_epoch = ?""")
			.params(to.position(), to.line(), text(to.sequences()), to.rejectSequence(), to.rowsRead(),
					to.rowsPublished(), to.rowsRejected(), to.ended(), run.toString(), slice, from.position(), epoch)
			.update();
		return updated > 0 || isThere(run, slice, epoch, to);
	}

	/** A commit whose answer was lost has moved the slice already. */
	private boolean isThere(RunId run, int slice, long epoch, SliceProgress to) {
		return this.jdbc.sql("select * from slice where run_id = ? and slice = ? and owner_epoch = ?")
			.params(run.toString(), slice, epoch)
			.query(SliceStore::map)
			.optional()
			.filter((stored) -> stored.progress().equals(to))
			.isPresent();
	}

	/**
	 * Sends slices back to their start.
	 * @param run the run
	 * @param partitions its partition count
	 * @param slices numbers of the slices
	 */
	public void reset(RunId run, int partitions, Collection<Integer> slices) {
		this.jdbc.sql("""
				update slice set position = start_byte, line = start_line, sequences = :sequences, reject_sequence = 0,
				  rows_read = 0, rows_published = 0, rows_rejected = 0, ended = false
				where run_id = :run and slice in (:slices)""")
			.param("sequences", text(new long[partitions]))
			.param("run", run.toString())
			.param("slices", slices)
			.update();
	}

	private static Slice map(ResultSet row, int number) throws SQLException {
		SliceRange range = new SliceRange(row.getLong("start_byte"), row.getLong("end_byte"), row.getLong("start_line"),
				0, row.getString("checksum"));
		SliceProgress progress = new SliceProgress(row.getLong("position"), row.getLong("line"),
				numbers(row.getString("sequences")), row.getLong("reject_sequence"), row.getLong("rows_read"),
				row.getLong("rows_published"), row.getLong("rows_rejected"), row.getBoolean("ended"));
		return new Slice(row.getInt("slice"), row.getInt("file_no"),
				Dataset.byId(row.getString("dataset")).orElseThrow(), range, progress);
	}

	private static String text(long[] sequences) {
		return Arrays.stream(sequences).mapToObj(Long::toString).collect(Collectors.joining(","));
	}

	private static long[] numbers(String sequences) {
		return Arrays.stream(sequences.split(",")).mapToLong(Long::parseLong).toArray();
	}

}
