package io.planstream.ingest.progress;

import java.util.List;

import org.apache.kafka.common.TopicPartition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code consumer_position}. Thread-safe; takes part in the caller's transaction.
 */
@Repository
public class PositionStore {

	private final JdbcClient jdbc;

	PositionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How far topics are consumed.
	 * @return a position for each partition that was consumed at all
	 */
	public List<ConsumerPosition> all() {
		return this.jdbc.sql("select topic, `partition`, topic_id, next_offset from consumer_position")
			.query((row, number) -> new ConsumerPosition(
					new TopicPartition(row.getString("topic"), row.getInt("partition")), row.getString("topic_id"),
					row.getLong("next_offset")))
			.list();
	}

	/**
	 * Removes a position, if it is still the same: the partition is then consumed from
	 * the beginning of its log.
	 * @param position as it was read
	 */
	public void remove(ConsumerPosition position) {
		this.jdbc.sql("""
				delete from consumer_position
				where topic = ? and `partition` = ? and topic_id = ? and next_offset = ?""")
			.params(position.partition().topic(), position.partition().partition(), position.topicId(),
					position.nextOffset())
			.update();
	}

}
