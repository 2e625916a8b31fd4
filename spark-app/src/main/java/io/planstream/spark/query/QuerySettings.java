package io.planstream.spark.query;

import java.time.Duration;

/**
 * How the topics are read.
 *
 * @param bootstrapServers addresses of Kafka's brokers
 * @param checkpoint folder of the checkpoint
 * @param trigger least time from the begin of one batch to that of the next
 * @param maxOffsets most records of a batch, over all partitions
 * @param minOffsets a batch waits for so many records, 0 for none
 * @param maxTriggerDelay but not longer than this
 * @param rowsPerTransaction most records applied in one transaction
 */
public record QuerySettings(String bootstrapServers, String checkpoint, Duration trigger, long maxOffsets,
		long minOffsets, Duration maxTriggerDelay, int rowsPerTransaction) {
}
