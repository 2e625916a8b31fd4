package io.planstream.model.position;

/**
 * What the broker holds of a partition.
 *
 * @param topicId identity of the topic
 * @param begin first offset it still has
 * @param end offset after the last one
 */
public record PartitionLog(String topicId, long begin, long end) {
}
