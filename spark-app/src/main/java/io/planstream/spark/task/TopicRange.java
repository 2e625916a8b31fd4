package io.planstream.spark.task;

import java.io.Serializable;

/**
 * What one task applies: the records of a partition from one offset to another.
 *
 * @param topic the topic
 * @param partition its partition
 * @param topicId identity of the topic, as the driver knows it now
 * @param from offset that reading goes on from, as planned
 * @param to offset after the last one
 */
public record TopicRange(String topic, int partition, String topicId, long from, long to) implements Serializable {
}
