package io.planstream.ingest.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import io.planstream.ingest.outage.Halt;
import io.planstream.ingest.settings.Settings;
import io.planstream.model.clock.ClockSetBack;
import io.planstream.model.dataset.Dataset;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The product's topics. They are made here only, and never lose a record to time or size.
 * Thread-safe; every method throws {@link KafkaException} while the broker is away.
 */
@Component
public class Topics implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Topics.class);

	private static final long TIMEOUT_SECONDS = 10;

	private static final int HEALTH_TIMEOUT_MILLIS = 2000;

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

	private static final Map<String, String> CONFIGURATION = Map.of("cleanup.policy", "delete", "retention.ms", "-1",
			"retention.bytes", "-1");

	private final Supplier<Admin> admins;

	private final Settings settings;

	private volatile Admin admin;

	Topics(Supplier<Admin> admins, Settings settings) {
		this.admins = admins;
		this.settings = settings;
		this.admin = admins.get();
	}

	/**
	 * Goes on with a new client. It is asked again what the old one did not answer yet.
	 */
	@EventListener(ClockSetBack.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
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
	 * Makes the topics that are missing, and returns when the broker knows them. Those
	 * that exist stay as they are.
	 */
	public void make() {
		Set<String> existing = ask((admin) -> admin.listTopics().names());
		List<NewTopic> missing = Dataset.allTopics()
			.stream()
			.filter((name) -> !existing.contains(name))
			.map((name) -> new NewTopic(name, this.settings.partitions(), this.settings.replication())
				.configs(CONFIGURATION))
			.toList();
		for (NewTopic topic : missing) {
			make(topic);
		}
		if (!missing.isEmpty()) {
			awaitKnown();
		}
	}

	/**
	 * A broker may answer for a topic later than it was made, and for its partitions
	 * later still: what a producer sends meanwhile is refused, and may stay so.
	 */
	private void awaitKnown() {
		Halt untilKnown = new Halt();
		long begun = System.nanoTime();
		while (!untilKnown.requested()) {
			try {
				logs();
				untilKnown.request();
			}
			catch (UnknownTopicOrPartitionException ex) {
				if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS)) {
					throw ex;
				}
				untilKnown.pause(BETWEEN_LOOKS);
			}
		}
	}

	private void make(NewTopic topic) {
		try {
			ask((admin) -> admin.createTopics(List.of(topic)).all());
			logger.info("Made topic {} with {} partitions", topic.name(), topic.numPartitions());
		}
		catch (TopicExistsException ex) {
			logger.debug("Topic {} was made by another instance", topic.name());
		}
	}

	/**
	 * Lets the broker forget the records before some offsets.
	 * @param before first offset that stays, by partition
	 */
	public void trim(Map<TopicPartition, Long> before) {
		Map<TopicPartition, RecordsToDelete> wanted = new HashMap<>();
		before.forEach((partition, offset) -> wanted.put(partition, RecordsToDelete.beforeOffset(offset)));
		ask((admin) -> admin.deleteRecords(wanted).all());
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
		return describe().values().stream().mapToInt((topic) -> topic.partitions().size()).min().orElseThrow();
	}

	/**
	 * What the broker holds of each partition.
	 * @return the logs of all partitions of all topics
	 */
	public Map<TopicPartition, PartitionLog> logs() {
		Map<TopicPartition, String> ids = new HashMap<>();
		describe().forEach((name, topic) -> topic.partitions()
			.forEach((partition) -> ids.put(new TopicPartition(name, partition.partition()),
					topic.topicId().toString())));
		Map<TopicPartition, Long> begins = offsets(ids.keySet(), OffsetSpec.earliest());
		Map<TopicPartition, Long> ends = offsets(ids.keySet(), OffsetSpec.latest());
		Map<TopicPartition, PartitionLog> logs = new HashMap<>();
		ids.forEach((partition, id) -> logs.put(partition,
				new PartitionLog(id, begins.get(partition), ends.get(partition))));
		return logs;
	}

	private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
		Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
		partitions.forEach((partition) -> wanted.put(partition, which));
		Map<TopicPartition, Long> offsets = new HashMap<>();
		ask((admin) -> admin.listOffsets(wanted).all())
			.forEach((partition, found) -> offsets.put(partition, found.offset()));
		return offsets;
	}

	private Map<String, TopicDescription> describe() {
		return ask((admin) -> admin.describeTopics(Dataset.allTopics()).allTopicNames());
	}

	/**
	 * Asks the cluster who it is, and does not wait long for the answer.
	 * @return its identity
	 */
	public String clusterId() {
		DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs(HEALTH_TIMEOUT_MILLIS);
		return ask((admin) -> admin.describeCluster(soon).clusterId());
	}

	/** All questions may be asked twice: what is made or trimmed already stays so. */
	private <T> T ask(Function<Admin, KafkaFuture<T>> question) {
		Admin asked = this.admin;
		try {
			return await(question.apply(asked));
		}
		catch (KafkaException ex) {
			if (this.admin == asked) {
				throw ex;
			}
			return ask(question);
		}
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
