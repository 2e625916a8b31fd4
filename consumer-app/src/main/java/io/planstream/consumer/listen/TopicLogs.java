package io.planstream.consumer.listen;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.planstream.model.position.PartitionLog;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

import org.springframework.stereotype.Component;

/**
 * Asks the broker what it holds. Thread-safe.
 */
@Component
class TopicLogs implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	static final int HEALTH_LIMIT_MILLIS = 2000;

	private final Supplier<Admin> admins;

	private volatile Admin admin;

	TopicLogs(Supplier<Admin> admins) {
		this.admins = admins;
		this.admin = admins.get();
	}

	/**
	 * Goes on with a new client; questions that wait for the old one fail.
	 */
	void beginAnew() {
		Admin before = this.admin;
		this.admin = this.admins.get();
		before.close(Duration.ZERO);
	}

	@Override
	public void close() {
		this.admin.close();
	}

	/**
	 * What the broker holds of partitions.
	 * @param consumer any consumer, on its thread
	 * @param partitions the partitions
	 * @return the log of each
	 * @throws RuntimeException if the broker does not answer
	 */
	Map<TopicPartition, PartitionLog> read(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		Map<String, String> ids = topicIds(partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
		Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, LIMIT);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LIMIT);
		Map<TopicPartition, PartitionLog> logs = new HashMap<>();
		for (TopicPartition partition : partitions) {
			logs.put(partition,
					new PartitionLog(ids.get(partition.topic()), begins.get(partition), ends.get(partition)));
		}
		return logs;
	}

	/**
	 * The identities of topics.
	 * @param topics their names
	 * @return identity by name
	 * @throws RuntimeException if the broker does not answer, or one is not there
	 */
	Map<String, String> topicIds(Collection<String> topics) {
		DescribeTopicsOptions options = new DescribeTopicsOptions().timeoutMs((int) LIMIT.toMillis());
		try {
			Map<String, TopicDescription> found = this.admin.describeTopics(Set.copyOf(topics), options)
				.allTopicNames()
				.get();
			return found.values()
				.stream()
				.collect(Collectors.toMap(TopicDescription::name, (topic) -> topic.topicId().toString()));
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Topics cannot be described: " + ex.getCause().getMessage(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while describing topics", ex);
		}
	}

	/**
	 * Asks the cluster who it is, and does not wait long for the answer.
	 * @return what will be answered
	 */
	DescribeClusterResult cluster() {
		return this.admin.describeCluster(new DescribeClusterOptions().timeoutMs(HEALTH_LIMIT_MILLIS));
	}

	/**
	 * The topics that are not there.
	 * @param topics their names
	 * @return those of them that the broker does not have
	 * @throws RuntimeException if the broker does not answer
	 */
	List<String> missing(Collection<String> topics) {
		try {
			Set<String> there = this.admin.listTopics(new ListTopicsOptions().timeoutMs((int) LIMIT.toMillis()))
				.names()
				.get();
			return topics.stream().filter((topic) -> !there.contains(topic)).toList();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Topics cannot be listed: " + ex.getCause().getMessage(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while listing topics", ex);
		}
	}

}
