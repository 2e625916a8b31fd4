package io.planstream.spark.start;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.planstream.model.dataset.Dataset;
import io.planstream.model.position.PartitionLog;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics that are read, as the broker has them. Thread-safe.
 */
public final class Topics implements AutoCloseable {

	private static final int LIMIT_MILLIS = 5000;

	private final Admin admin;

	/**
	 * The topics of a cluster.
	 * @param bootstrapServers addresses of its brokers
	 */
	public Topics(String bootstrapServers) {
		this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms", LIMIT_MILLIS,
				"request.timeout.ms", LIMIT_MILLIS));
	}

	/**
	 * The topics that are not there.
	 * @return those of {@link Dataset#allTopics()} that the broker does not have
	 * @throws IllegalStateException if the broker does not answer
	 */
	public List<String> missing() {
		Collection<String> there = answer(this.admin.listTopics().names());
		return Dataset.allTopics().stream().filter((topic) -> !there.contains(topic)).toList();
	}

	/**
	 * The identities of the topics.
	 * @return identity by name
	 * @throws IllegalStateException if the broker does not answer, or one is not there
	 */
	public Map<String, String> ids() {
		return describe().values()
			.stream()
			.collect(Collectors.toMap(TopicDescription::name, (topic) -> topic.topicId().toString()));
	}

	/**
	 * What the broker holds of each partition.
	 * @return the logs by topic and partition, in their order
	 * @throws IllegalStateException if the broker does not answer
	 */
	public Map<String, Map<Integer, PartitionLog>> logs() {
		Map<String, TopicDescription> topics = describe();
		List<TopicPartition> partitions = topics.values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.toList();
		Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(partitions, OffsetSpec.earliest());
		Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
		Map<String, Map<Integer, PartitionLog>> logs = new TreeMap<>();
		for (TopicPartition partition : partitions) {
			logs.computeIfAbsent(partition.topic(), (topic) -> new TreeMap<>())
				.put(partition.partition(), new PartitionLog(topics.get(partition.topic()).topicId().toString(),
						begins.get(partition).offset(), ends.get(partition).offset()));
		}
		return logs;
	}

	/**
	 * Tells Kafka how far the topics are applied, for those who watch the lag. Nothing
	 * waits for it and nothing depends on it: while members of the group are active, they
	 * tell it themselves and this is refused.
	 * @param group the consumer group
	 * @param offsets next offset by partition
	 */
	public void tell(String group, Map<TopicPartition, Long> offsets) {
		Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>();
		offsets.forEach((partition, offset) -> told.put(partition, new OffsetAndMetadata(offset)));
		this.admin.alterConsumerGroupOffsets(group, told);
	}

	private Map<String, TopicDescription> describe() {
		return answer(this.admin.describeTopics(Dataset.allTopics()).allTopicNames());
	}

	private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
		return answer(this.admin
			.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), (each) -> spec)))
			.all());
	}

	private static <T> T answer(KafkaFuture<T> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Kafka: " + ex.getCause().getMessage(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while asking Kafka", ex);
		}
	}

	@Override
	public void close() {
		this.admin.close();
	}

}
