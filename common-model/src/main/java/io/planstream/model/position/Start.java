package io.planstream.model.position;

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
	 * @param topic the topic
	 * @param partition its partition
	 * @param stored the stored position
	 * @param log what the broker holds
	 * @return where to begin
	 */
	static Start of(String topic, int partition, StoredPosition stored, PartitionLog log) {
		String name = topic + "-" + partition;
		if (!stored.topicId().equals(log.topicId())) {
			return new Refused("Topic " + topic + " was deleted and made again: the stored position "
					+ stored.nextOffset() + " of partition " + partition + " belongs to topic id " + stored.topicId()
					+ ", the topic is now " + log.topicId() + ". " + action());
		}
		if (stored.nextOffset() < log.begin()) {
			return new Refused("Records of " + name + " are gone before they were applied: the next one is "
					+ stored.nextOffset() + ", the log begins at " + log.begin() + ". " + action());
		}
		if (stored.nextOffset() > log.end()) {
			return new Refused("Records of " + name + " that were applied are gone: the next one is "
					+ stored.nextOffset() + ", the log ends at " + log.end() + ". " + action());
		}
		return new At(log.topicId(), stored.nextOffset());
	}

	private static String action() {
		return "Nothing is skipped; './planstream runs repair RUN' sends what is missing once more";
	}

}
