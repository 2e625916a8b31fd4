package io.planstream.spark.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.planstream.model.failure.Failure;
import io.planstream.model.flow.FlowRetention;
import io.planstream.model.percentile.PercentileRefresh;
import io.planstream.model.position.NewPosition;
import io.planstream.model.position.PartitionLog;
import io.planstream.model.position.Start;
import io.planstream.model.position.StoredPosition;
import io.planstream.model.start.DatabaseCheck;

/**
 * What the driver asks of the tables and does to them between batches. Thread-safe. Every
 * method throws {@link DatabaseException} if the server does not answer or refuses.
 */
public final class DriverTables {

	/** Access denied to the database, to the table. */
	private static final Set<Integer> NO_RIGHTS_YET = Set.of(1044, 1142);

	private final Database database;

	/**
	 * The tables.
	 * @param database where they are
	 */
	public DriverTables(Database database) {
		this.database = database;
	}

	/**
	 * The newest migration of the schema.
	 * @return its number, or empty if there is no schema yet
	 */
	public Optional<Integer> schemaVersion() {
		try {
			return this.database.inTransaction((connection) -> Rows.query(connection,
					"select max(cast(version as signed)) from flyway_schema_history where success and version is not null",
					(row) -> row.getInt(1)))
				.stream()
				.findFirst()
				.filter((version) -> version > 0);
		}
		catch (DatabaseException ex) {
			if (Failure.root(ex) instanceof SQLException sql && isMissing(sql)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Looks whether connections and tables are what counting each row once rests on.
	 * @throws io.planstream.model.start.StartException if they are not
	 */
	public void check() {
		this.database.inTransaction((connection) -> {
			DatabaseCheck.check(connection);
			return null;
		});
	}

	/** No such table, or none that this account may see yet: who migrates grants. */
	private static boolean isMissing(SQLException failure) {
		return "42S02".equals(failure.getSQLState()) || NO_RIGHTS_YET.contains(failure.getErrorCode());
	}

	/**
	 * Finds where to begin in a partition. One that has no position gets one at the
	 * beginning of its log.
	 * @param topic the topic
	 * @param partition its partition
	 * @param log what the broker holds of it
	 * @return where to begin, if possible
	 */
	public Start start(String topic, int partition, PartitionLog log) {
		return this.database.inTransaction((connection) -> {
			JdbcTables tables = new JdbcTables(connection);
			StoredPosition stored = tables.position(topic, partition).orElseGet(() -> {
				tables.execute(NewPosition.of(topic, partition, log));
				return tables.position(topic, partition).orElseThrow();
			});
			return Start.of(topic, partition, stored, log);
		});
	}

	/**
	 * Makes sure that the server answers.
	 */
	public void probe() {
		this.database.inTransaction((connection) -> Rows.query(connection, "select 1", (row) -> row.getInt(1)));
	}

	/**
	 * Refreshes the percentiles that are stale now; what is marked again meanwhile waits
	 * for the next turn.
	 */
	public void refreshPercentiles() {
		List<Long> waiting = this.database.inTransaction((connection) -> Rows.query(connection,
				"select count(*) from rate_percentile_stale", (row) -> row.getLong(1)));
		for (long left = waiting.get(0); left > 0 && refreshNext(); left--) {
			continue;
		}
	}

	private boolean refreshNext() {
		return this.database.inTransaction((connection) -> PercentileRefresh.refreshNext(new JdbcTables(connection)));
	}

	/**
	 * Removes figures of the flow that are old.
	 * @param now what time it is
	 * @param kept for how long they are kept
	 */
	public void removeOldFlow(Instant now, Duration kept) {
		FlowRetention.removeBefore(now.minus(kept),
				(change) -> this.database.inTransaction((connection) -> change.executeOn(connection)));
	}

}
