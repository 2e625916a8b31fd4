package io.planstream.ingest.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.planstream.ingest.settings.Settings;
import io.planstream.model.dataset.Dataset;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The product's topics. They are made here only, and never lose a record to time or size.
 * Thread-safe; every method throws {@link KafkaException} while the broker is away.
 */
@Component
public class Topics {

	private static final Logger logger = LoggerFactory.getLogger(Topics.class);

	private static final long TIMEOUT_SECONDS = 10;

	private static final Map<String, String> CONFIGURATION = Map.of("cleanup.policy", "delete", "retention.ms", "-1",
			"retention.bytes", "-1");

	private final Admin admin;

	private final Settings settings;

	Topics(Admin admin, Settings settings) {
		this.admin = admin;
		this.settings = settings;
	}

	/**
	 * Makes the topics that are missing. Those that exist stay as they are.
	 */
	public void make() {
		Set<String> existing = await(this.admin.listTopics().names());
		List<NewTopic> missing = names().filter((name) -> !existing.contains(name))
			.map((name) -> new NewTopic(name, this.settings.partitions(), this.settings.replication())
				.configs(CONFIGURATION))
			.toList();
		for (NewTopic topic : missing) {
			make(topic);
		}
	}

	private void make(NewTopic topic) {
		try {
			await(this.admin.createTopics(List.of(topic)).all());
			logger.info("Made topic {} with {} partitions", topic.name(), topic.numPartitions());
		}
		catch (TopicExistsException ex) {
			logger.debug("Topic {} was made by another instance", topic.name());
		}
	}

	/**
	 * The partition count for a new run: as set, but not more than the topics have.
	 * @return the count
	 */
	public int partitionsForNewRun() {
		return Math.min(this.settings.partitions(), fewestPartitions());
	}

	/**
	 * The smallest partition count among the topics.
	 * @return the count
	 */
	public int fewestPartitions() {
		Map<String, TopicDescription> topics = await(
				this.admin.describeTopics(names().collect(Collectors.toSet())).allTopicNames());
		return topics.values().stream().mapToInt((topic) -> topic.partitions().size()).min().orElseThrow();
	}

	/**
	 * Where the logs of topics end.
	 * @param topics names
	 * @return next offset of each partition
	 */
	public Map<TopicPartition, Long> ends(Collection<String> topics) {
		List<TopicPartition> partitions = new ArrayList<>();
		await(this.admin.describeTopics(topics).allTopicNames()).forEach((name, topic) -> topic.partitions()
			.forEach((partition) -> partitions.add(new TopicPartition(name, partition.partition()))));
		Map<TopicPartition, OffsetSpec> latest = partitions.stream()
			.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest()));
		Map<TopicPartition, Long> ends = new HashMap<>();
		await(this.admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
		return ends;
	}

	/**
	 * Asks the cluster who it is.
	 * @return its identity
	 */
	public String clusterId() {
		return await(this.admin.describeCluster().clusterId());
	}

	private static Stream<String> names() {
		return Stream.concat(Arrays.stream(Dataset.values()).map(Dataset::topic), Stream.of(Dataset.REJECT_TOPIC));
	}

	private static <T> T await(KafkaFuture<T> future) {
		try {
			return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof KafkaException known) ? known : new KafkaException(ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new org.apache.kafka.common.errors.TimeoutException(
					"The broker does not answer within " + TIMEOUT_SECONDS + " seconds");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new org.apache.kafka.common.errors.InterruptException(ex);
		}
	}

}
