package io.planstream.ingest.kafka;

/**
 * What the broker holds of a partition.
 *
 * @param topicId identity of the topic; one that is made again has another
 * @param begin offset of the first record that is there
 * @param end offset after the last record
 */
public record PartitionLog(String topicId, long begin, long end) {

	/**
	 * Whether reading can go on somewhere.
	 * @param otherTopicId identity of the topic that the offset was noted for
	 * @param offset the offset
	 * @return false if records before or behind the offset are gone
	 */
	public boolean holds(String otherTopicId, long offset) {
		return this.topicId.equals(otherTopicId) && offset >= this.begin && offset <= this.end;
	}

}
