package io.planstream.benchmark.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import io.planstream.benchmark.ground.Wait;

/**
 * What of a run is committed, as the database has it. For one thread.
 */
public final class Progress implements AutoCloseable {

	static final Duration LIMIT = Duration.ofMinutes(30);

	private final Connection connection;

	Progress(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Rows that Kafka has acknowledged, or that were rejected.
	 * @param runId the run
	 * @return the count
	 * @throws SQLException if the database does not answer
	 */
	public long published(String runId) throws SQLException {
		return number("select coalesce(sum(rows_published + rows_rejected), 0) from slice where run_id = ?", runId);
	}

	/**
	 * Slices whose end is not acknowledged yet.
	 * @param runId the run
	 * @return the count
	 * @throws SQLException if the database does not answer
	 */
	public long openSlices(String runId) throws SQLException {
		return number("select count(*) from slice where run_id = ? and not ended", runId);
	}

	/**
	 * Rows in the figures or set aside, and rejects that are kept.
	 * @param runId the run
	 * @return the count
	 * @throws SQLException if the database does not answer
	 */
	public long applied(String runId) throws SQLException {
		return number("select coalesce(sum(applied_rows), 0) from source_watermark where run_id = ?", runId);
	}

	/**
	 * Waits until nothing more happens to a run by itself. It asks the database: the
	 * description of a run that ingest-app gives is much work to ask for often.
	 * @param runId the run
	 * @throws Exception if it takes too long, or the database does not answer
	 */
	public void awaitEnd(String runId) throws Exception {
		Wait.until("The run is over", LIMIT, () -> isOver(runId));
	}

	/**
	 * Whether nothing more happens to a run by itself.
	 * @param runId the run
	 * @return true when complete, failed or stopped
	 * @throws SQLException if the database does not answer
	 */
	public boolean isOver(String runId) throws SQLException {
		return number("select count(*) from run where run_id = ? and state in ('RUNNING', 'STOPPING')", runId) == 0;
	}

	private long number(String sql, String runId) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			statement.setString(1, runId);
			try (ResultSet result = statement.executeQuery()) {
				result.next();
				return result.getLong(1);
			}
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
