package io.planstream.consumer.position;

import org.apache.kafka.common.TopicPartition;

/**
 * Where consumption of an assigned partition begins, if it can.
 */
public sealed interface Start {

	/**
	 * At the stored position.
	 *
	 * @param topicId identity of the topic
	 * @param offset the position
	 */
	record At(String topicId, long offset) implements Start {
	}

	/**
	 * Nowhere: records that were not applied are gone. Going on would skip them.
	 *
	 * @param message what is wrong and what to do
	 */
	record Refused(String message) implements Start {
	}

	/**
	 * Compares a stored position with the log it is meant for.
	 * @param partition the partition
	 * @param storedTopicId topic identity stored with the position
	 * @param storedOffset the stored position
	 * @param log what the broker holds
	 * @return where to begin
	 */
	static Start of(TopicPartition partition, String storedTopicId, long storedOffset, PartitionLog log) {
		if (!storedTopicId.equals(log.topicId())) {
			return new Refused("Topic " + partition.topic() + " was deleted and made again: the stored position "
					+ storedOffset + " of partition " + partition.partition() + " belongs to topic id " + storedTopicId
					+ ", the topic is now " + log.topicId() + ". " + action());
		}
		if (storedOffset < log.begin()) {
			return new Refused("Records of " + partition + " are gone before they were applied: the next one is "
					+ storedOffset + ", the log begins at " + log.begin() + ". " + action());
		}
		if (storedOffset > log.end()) {
			return new Refused("Records of " + partition + " that were applied are gone: the next one is "
					+ storedOffset + ", the log ends at " + log.end() + ". " + action());
		}
		return new At(log.topicId(), storedOffset);
	}

	private static String action() {
		return "Nothing is skipped; './planstream runs repair RUN' sends what is missing once more";
	}

}
