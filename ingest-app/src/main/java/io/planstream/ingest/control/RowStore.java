package io.planstream.ingest.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.planstream.model.RunId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of a run in all tables but {@code run}. Thread-safe.
 */
@Repository
class RowStore {

	private static final int CHUNK = 5000;

	/**
	 * They are needed for as long as the run is known, or say that another one serves.
	 */
	private static final Set<String> STAY = Set.of("run", "serving_run");

	/** The last: while it has rows, a deletion was cut short. */
	private static final String LAST = "source_file";

	private final JdbcClient jdbc;

	RowStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Deletes all rows, each statement a transaction of its own, so that none is long.
	 */
	void delete(RunId run) {
		for (String table : tables()) {
			int deleted = CHUNK;
			while (deleted == CHUNK) {
				deleted = this.jdbc.sql("delete from " + table + " where run_id = ? limit " + CHUNK)
					.param(run.toString())
					.update();
			}
		}
	}

	/** All that name a run, so that no table is forgotten. */
	private List<String> tables() {
		List<String> tables = new ArrayList<>(this.jdbc.sql("""
				select t.table_name as name from information_schema.tables t
				join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
				where t.table_schema = database() and t.table_type = 'BASE TABLE' and c.column_name = 'run_id'
				order by name""").query(String.class).list());
		tables.removeAll(STAY);
		tables.remove(LAST);
		tables.add(LAST);
		return tables;
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
