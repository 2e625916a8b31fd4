package io.planstream.model.position;

import java.util.List;

import io.planstream.model.aggregate.Change;

/**
 * Makes the position of a partition that nobody read before.
 */
public final class NewPosition {

	private static final String TABLE = "consumer_position";

	private static final String SQL = "insert ignore into " + TABLE
			+ " (topic, `partition`, topic_id, next_offset) values (?, ?, ?, ?)";

	private NewPosition() {
	}

	/**
	 * The change that makes a position at the beginning of a log, unless there is one.
	 * @param topic the topic
	 * @param partition its partition
	 * @param log what the broker holds of it
	 * @return the change
	 */
	public static Change of(String topic, int partition, PartitionLog log) {
		return new Change(TABLE, SQL, List.<Object[]>of(new Object[] { topic, partition, log.topicId(), log.begin() }));
	}

}
