package io.planstream.ingest.progress;

import java.time.Instant;
import java.util.List;

import io.planstream.ingest.time.UtcColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What flows in the newest run. Thread-safe.
 */
@Repository
public class FlowStore {

	/** Somewhat more than a quarter of an hour of several datasets at once. */
	private static final int MOST = 4000;

	private final JdbcClient jdbc;

	FlowStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The seconds in which anything was applied, of the last quarter of an hour of the
	 * newest run.
	 * @param after later than this; the last seconds can still grow
	 * @return in order
	 */
	public List<FlowSecond> after(Instant after) {
		return this.jdbc
			.sql("""
					select second, dataset, rows_applied, total_delay_seconds / nullif(rows_applied + rows_rejected, 0) as delay,
					  max_delay_seconds
					from v_flow_now where second > ? order by second, dataset limit ?""")
			.params(UtcColumn.of(after), MOST)
			.query((row, number) -> new FlowSecond(UtcColumn.read(row, "second"), row.getString("dataset"),
					row.getLong("rows_applied"), row.getDouble("delay"), row.getDouble("max_delay_seconds")))
			.list();
	}

}
