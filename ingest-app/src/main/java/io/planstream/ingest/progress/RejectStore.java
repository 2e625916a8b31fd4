package io.planstream.ingest.progress;

import java.util.List;

import io.planstream.model.RunId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code rejected_row}. Thread-safe.
 */
@Repository
public class RejectStore {

	private final JdbcClient jdbc;

	RejectStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of a run's rejected rows, in the order of the files.
	 * @param run the run
	 * @param page 0, 1, ...
	 * @param size rows per page
	 * @return the rows
	 */
	public List<RejectedRow> page(RunId run, int page, int size) {
		return this.jdbc.sql("""
				select f.file_name, j.dataset, j.line, j.column_name as `column`, j.reason, j.message, j.raw_text
				from rejected_row j join source_file f on f.run_id = j.run_id and f.file_no = j.file_no
				where j.run_id = ? order by j.slice, j.sequence limit ? offset ?""")
			.params(run.toString(), size, (long) page * size)
			.query(RejectedRow.class)
			.list();
	}

	/**
	 * How many rows of a run are rejected and stored.
	 * @param run the run
	 * @return the count
	 */
	public long count(RunId run) {
		return this.jdbc.sql("select count(*) from rejected_row where run_id = ?")
			.param(run.toString())
			.query(Long.class)
			.single();
	}

}
