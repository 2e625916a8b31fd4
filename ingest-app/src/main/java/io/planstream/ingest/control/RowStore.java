package io.planstream.ingest.control;

import java.util.List;

import io.planstream.model.RunId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of a run in all tables but {@code run}. Thread-safe.
 */
@Repository
class RowStore {

	private static final int CHUNK = 5000;

	/** Source files last: while they are there, a deletion was cut short. */
	private static final List<String> TABLES = List.of("rate_by_age", "rate_by_issuer", "rate_by_rating_area",
			"plan_rate", "rate_histogram", "rate_percentile", "rate_percentile_stale", "plan", "rule_count",
			"dataset_total", "rejected_row", "dead_letter", "source_watermark", "slice", "plan_source", "run_owner",
			"source_file_year", "source_file");

	private final JdbcClient jdbc;

	RowStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Deletes all rows, each statement a transaction of its own, so that none is long.
	 */
	void delete(RunId run) {
		for (String table : TABLES) {
			int deleted = CHUNK;
			while (deleted == CHUNK) {
				deleted = this.jdbc.sql("delete from " + table + " where run_id = ? limit " + CHUNK)
					.param(run.toString())
					.update();
			}
		}
	}

	/** Tombstones that still have rows. */
	List<RunId> entombed() {
		return this.jdbc.sql("""
				select r.run_id from run r where r.state = 'DELETED'
				  and exists (select 1 from source_file f where f.run_id = r.run_id)""")
			.query(String.class)
			.list()
			.stream()
			.map(RunId::parse)
			.toList();
	}

}
