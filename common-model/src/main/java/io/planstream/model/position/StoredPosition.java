package io.planstream.model.position;

/**
 * How far a partition is applied.
 *
 * @param topicId identity of the topic whose offsets these are; a topic made again has
 * another one
 * @param nextOffset everything before it is applied, nothing from it on
 */
public record StoredPosition(String topicId, long nextOffset) {
}
