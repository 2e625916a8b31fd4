package io.planstream.benchmark.bare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import io.planstream.benchmark.measure.Repetition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Settings of plain Kafka clients: those of PlanStream's applications. Thread-safe.
 */
public final class Clients {

	/** Partitions of a topic, as PlanStream makes them. */
	public static final int PARTITIONS = 6;

	private Clients() {
	}

	/**
	 * Settings of a producer, as in ingest-app.
	 * @param bootstrapServers the broker
	 * @return its properties
	 */
	public static Map<String, Object> producer(String bootstrapServers) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("bootstrap.servers", bootstrapServers);
		properties.put("acks", "all");
		properties.put("compression.type", "lz4");
		properties.put("batch.size", 256 * 1024);
		properties.put("buffer.memory", 32L * 1024 * 1024);
		properties.put("linger.ms", 10);
		properties.put("key.serializer", ByteArraySerializer.class.getName());
		properties.put("value.serializer", ByteArraySerializer.class.getName());
		return properties;
	}

	/**
	 * Settings of a consumer, as in consumer-app.
	 * @param bootstrapServers the broker
	 * @return its properties
	 */
	public static Map<String, Object> consumer(String bootstrapServers) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("bootstrap.servers", bootstrapServers);
		properties.put("enable.auto.commit", false);
		properties.put("max.poll.records", 60_000);
		properties.put("fetch.min.bytes", 2 * 1024 * 1024);
		properties.put("fetch.max.wait.ms", 400);
		properties.put("fetch.max.bytes", 6 * 1024 * 1024);
		properties.put("max.partition.fetch.bytes", 2 * 1024 * 1024);
		properties.put("receive.buffer.bytes", 1024 * 1024);
		properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
		properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
		return properties;
	}

	/**
	 * Works with a topic that nobody else has, and deletes it then.
	 * @param bootstrapServers the broker
	 * @param work what to do
	 * @return what the work returns
	 * @throws Exception if the work fails, or the broker refuses
	 */
	public static Repetition withNewTopic(String bootstrapServers, TopicWork work) throws Exception {
		String topic = "bench-" + System.nanoTime();
		return withTopic(bootstrapServers, topic, () -> work.run(topic));
	}

	/**
	 * Works with a topic that is new, and deletes it then, so that its records take no
	 * space any more.
	 * @param bootstrapServers the broker
	 * @param topic its name
	 * @param work what to do
	 * @return what the work returns
	 * @throws Exception if the work fails, or the broker refuses
	 */
	public static Repetition withTopic(String bootstrapServers, String topic, Callable<Repetition> work)
			throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
			admin.createTopics(Set.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
			try {
				return work.call();
			}
			finally {
				admin.deleteTopics(List.of(topic)).all().get();
			}
		}
	}

	/**
	 * What is done with a topic.
	 */
	@FunctionalInterface
	public interface TopicWork {

		/**
		 * Does it once.
		 * @param topic a topic without records
		 * @return what it gave
		 * @throws Exception if it fails, or does not do all of the work
		 */
		Repetition run(String topic) throws Exception;

	}

}
