package io.planstream.consumer.position;

import java.io.Serializable;
import java.util.Comparator;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.apache.kafka.common.TopicPartition;

/**
 * Names a partition in tables.
 *
 * @param topic the topic
 * @param partition its partition
 */
@Embeddable
public record PartitionId(String topic,
		@Column(name = "`partition`") int partition) implements Serializable, Comparable<PartitionId> {

	private static final Comparator<PartitionId> ORDER = Comparator.comparing(PartitionId::topic)
		.thenComparing(PartitionId::partition);

	/**
	 * The name of a partition.
	 * @param partition as Kafka names it
	 * @return as tables name it
	 */
	public static PartitionId of(TopicPartition partition) {
		return new PartitionId(partition.topic(), partition.partition());
	}

	@Override
	public int compareTo(PartitionId other) {
		return ORDER.compare(this, other);
	}

}
