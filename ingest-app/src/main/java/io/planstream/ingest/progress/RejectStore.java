package io.planstream.ingest.progress;

import java.util.List;
import java.util.function.Consumer;

import io.planstream.model.RunId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code rejected_row}. Thread-safe.
 */
@Repository
public class RejectStore {

	/** Raw texts have up to 16 KiB each. */
	private static final int PAGE = 500;

	private final JdbcClient jdbc;

	RejectStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of a run's rejected rows, in the order of the files.
	 * @param run the run
	 * @param filter which of them
	 * @param page 0, 1, ...
	 * @param size rows per page
	 * @return the rows
	 */
	public List<RejectedRow> page(RunId run, RejectFilter filter, int page, int size) {
		return this.jdbc.sql("""
				select f.file_name, j.dataset, j.line, j.column_name as `column`, j.reason, j.message, j.raw_text
				from rejected_row j join source_file f on f.run_id = j.run_id and f.file_no = j.file_no
				where j.run_id = :run and (:dataset is null or j.dataset = :dataset)
				  and (:reason is null or j.reason = :reason)
				order by j.slice, j.sequence limit :size offset :offset""")
			.param("run", run.toString())
			.param("dataset", filter.dataset())
			.param("reason", filter.reason())
			.param("size", size)
			.param("offset", (long) page * size)
			.query(RejectedRow.class)
			.list();
	}

	/**
	 * Goes through all rejected rows of a run in the order of the files, without holding
	 * them.
	 * @param run the run
	 * @param action takes each
	 */
	public void each(RunId run, Consumer<RejectedRow> action) {
		Place last = new Place(-1, -1);
		while (last != null) {
			last = page(run, last, action);
		}
	}

	/** By key and not by offset, so that the last page costs what the first does. */
	private Place page(RunId run, Place after, Consumer<RejectedRow> action) {
		List<Placed> page = this.jdbc.sql("""
				select f.file_name, j.dataset, j.line, j.column_name as `column`, j.reason, j.message, j.raw_text,
				       j.slice, j.sequence
				from rejected_row j join source_file f on f.run_id = j.run_id and f.file_no = j.file_no
				where j.run_id = :run and (j.slice > :slice or j.slice = :slice and j.sequence > :sequence)
				order by j.slice, j.sequence limit :size""")
			.param("run", run.toString())
			.param("slice", after.slice())
			.param("sequence", after.sequence())
			.param("size", PAGE)
			.query((row, number) -> new Placed(new RejectedRow(row.getString("file_name"), row.getString("dataset"),
					row.getLong("line"), row.getString("column"), row.getString("reason"), row.getString("message"),
					row.getString("raw_text")), new Place(row.getInt("slice"), row.getLong("sequence"))))
			.list();
		page.forEach((placed) -> action.accept(placed.row()));
		return (page.size() == PAGE) ? page.get(PAGE - 1).place() : null;
	}

	/**
	 * How many rows of a run are rejected and stored.
	 * @param run the run
	 * @return one count for each dataset and reason
	 */
	public List<RejectCount> counts(RunId run) {
		return this.jdbc.sql("""
				select dataset, reason, count(*) as `rows` from rejected_row
				where run_id = ? group by dataset, reason order by `rows` desc, dataset, reason""")
			.param(run.toString())
			.query(RejectCount.class)
			.list();
	}

	private record Place(int slice, long sequence) {
	}

	private record Placed(RejectedRow row, Place place) {
	}

}
