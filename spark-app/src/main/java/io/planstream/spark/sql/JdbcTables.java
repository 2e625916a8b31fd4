package io.planstream.spark.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.apply.ApplyTables;
import io.planstream.model.apply.LockedRun;
import io.planstream.model.apply.Watermark;
import io.planstream.model.apply.WatermarkKey;
import io.planstream.model.percentile.Distribution;
import io.planstream.model.percentile.PercentileGroup;
import io.planstream.model.percentile.PercentileTables;
import io.planstream.model.position.StoredPosition;

/**
 * The tables on a connection. For one transaction.
 */
final class JdbcTables implements ApplyTables, PercentileTables {

	private final Connection connection;

	JdbcTables(Connection connection) {
		this.connection = connection;
	}

	@Override
	public Optional<StoredPosition> lockPosition(String topic, int partition) {
		return first(
				"select topic_id, next_offset from consumer_position where topic = ? and `partition` = ? for update",
				JdbcTables::position, topic, partition);
	}

	Optional<StoredPosition> position(String topic, int partition) {
		return first("select topic_id, next_offset from consumer_position where topic = ? and `partition` = ?",
				JdbcTables::position, topic, partition);
	}

	@Override
	public void movePosition(String topic, int partition, long nextOffset) {
		execute(new Change("consumer_position",
				"update consumer_position set next_offset = ? where topic = ? and `partition` = ?",
				List.<Object[]>of(new Object[] { nextOffset, topic, partition })));
	}

	@Override
	public Optional<LockedRun> lockRun(String runId) {
		return first("select state, contract_version from run where run_id = ? lock in share mode",
				(row) -> new LockedRun(row.getString(1), row.getInt(2)), runId);
	}

	@Override
	public Optional<String> runUnderLaterContract(int contractVersion) {
		return first("select run_id from run where state = 'RUNNING' and contract_version > ? limit 1",
				(row) -> row.getString(1), contractVersion);
	}

	@Override
	public List<Watermark> watermarks(String runId, String topic, Collection<Integer> slices,
			Collection<Integer> partitions) {
		List<Object> parameters = new ArrayList<>(List.of(runId, topic));
		parameters.addAll(slices);
		parameters.addAll(partitions);
		return query(
				"select slice, `partition`, last_sequence, applied_rows, dead_lettered_rows, duplicates, gaps, ended "
						+ "from source_watermark where run_id = ? and topic = ? and slice in (" + marks(slices)
						+ ") and `partition` in (" + marks(partitions) + ")",
				(row) -> watermark(runId, topic, row), parameters.toArray());
	}

	@Override
	public Optional<PercentileGroup> lockStale() {
		return first(
				"select run_id, business_year, state_code, coverage from rate_percentile_stale limit 1 "
						+ "for update skip locked",
				(row) -> new PercentileGroup(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)));
	}

	@Override
	public Distribution distribution(PercentileGroup group) {
		Distribution distribution = new Distribution();
		query("select bucket, sum(rates) from rate_histogram where run_id = ? and business_year = ? and state_code = ? "
				+ "and coverage = ? and rates > 0 group by bucket", (row) -> {
					distribution.add(row.getInt(1), row.getLong(2));
					return null;
				}, group.runId(), group.businessYear(), group.stateCode(), group.coverage());
		return distribution;
	}

	@Override
	public void execute(Change change) {
		try {
			change.executeOn(this.connection);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	private <T> Optional<T> first(String sql, Rows.Reader<T> reader, Object... parameters) {
		return query(sql, reader, parameters).stream().findFirst();
	}

	private <T> List<T> query(String sql, Rows.Reader<T> reader, Object... parameters) {
		try {
			return Rows.query(this.connection, sql, reader, parameters);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex);
		}
	}

	private static StoredPosition position(ResultSet row) throws SQLException {
		return new StoredPosition(row.getString(1), row.getLong(2));
	}

	private static Watermark watermark(String runId, String topic, ResultSet row) throws SQLException {
		WatermarkKey key = new WatermarkKey(RunId.parse(runId), topic, row.getInt(1), row.getInt(2));
		return new Watermark(key, row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7),
				row.getBoolean(8));
	}

	private static String marks(Collection<Integer> values) {
		return String.join(", ", Collections.nCopies(values.size(), "?"));
	}

}
