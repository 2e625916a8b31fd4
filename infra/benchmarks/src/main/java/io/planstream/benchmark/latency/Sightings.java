package io.planstream.benchmark.latency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches the positions of a topic in the database, which move in the same transaction as
 * the figures, and notes when it saw which. Watching is done by one thread; the notes may
 * be read by others when it has ended.
 */
final class Sightings implements Runnable {

	private static final long STEP = TimeUnit.MILLISECONDS.toNanos(4);

	private final Connection connection;

	private final String topic;

	private final Map<Integer, List<Sighting>> byPartition = new HashMap<>();

	private final Map<Integer, Long> last = new ConcurrentHashMap<>();

	private volatile boolean ended;

	Sightings(Connection connection, String topic) {
		this.connection = connection;
		this.topic = topic;
	}

	@Override
	public void run() {
		try (PreparedStatement statement = this.connection
			.prepareStatement("select `partition`, next_offset from consumer_position where topic = ?")) {
			statement.setString(1, this.topic);
			while (!this.ended) {
				look(statement);
				LockSupport.parkNanos(STEP);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void look(PreparedStatement statement) throws SQLException {
		try (ResultSet result = statement.executeQuery()) {
			long now = System.currentTimeMillis();
			while (result.next()) {
				List<Sighting> seen = this.byPartition.computeIfAbsent(result.getInt(1), (key) -> new ArrayList<>());
				long offset = result.getLong(2);
				if (seen.isEmpty() || seen.get(seen.size() - 1).nextOffset() < offset) {
					seen.add(new Sighting(offset, now));
					this.last.put(result.getInt(1), offset);
				}
			}
		}
	}

	/** Whether all records before an offset are applied; for any thread, at any time. */
	boolean isSeen(int partition, long nextOffset) {
		return this.last.getOrDefault(partition, 0L) >= nextOffset;
	}

	void end() {
		this.ended = true;
	}

	/** In the order of the offsets; the first is from before anything was published. */
	List<Sighting> of(int partition) {
		return this.byPartition.getOrDefault(partition, List.of());
	}

	/**
	 * Records before an offset were visible at a time.
	 *
	 * @param nextOffset the offset
	 * @param millis the time
	 */
	record Sighting(long nextOffset, long millis) {

	}

}
