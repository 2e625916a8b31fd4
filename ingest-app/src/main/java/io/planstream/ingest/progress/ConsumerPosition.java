package io.planstream.ingest.progress;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a partition is consumed.
 *
 * @param partition the partition
 * @param topicId identity of the topic
 * @param nextOffset next offset to be applied
 */
public record ConsumerPosition(TopicPartition partition, String topicId, long nextOffset) {
}
