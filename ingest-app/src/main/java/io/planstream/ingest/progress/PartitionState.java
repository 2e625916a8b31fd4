package io.planstream.ingest.progress;

/**
 * How far a partition is applied of what a run sent to it.
 *
 * @param dataset dataset of the topic
 * @param partition the partition
 * @param sent records acknowledged by Kafka
 * @param applied records applied, duplicates not counted
 */
public record PartitionState(String dataset, int partition, long sent, long applied) {
}
