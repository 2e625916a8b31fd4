package io.planstream.benchmark.bare;

import java.util.HashMap;
import java.util.Map;

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
		properties.put("max.poll.records", 4_000);
		properties.put("fetch.min.bytes", 2 * 1024 * 1024);
		properties.put("fetch.max.wait.ms", 400);
		properties.put("fetch.max.bytes", 6 * 1024 * 1024);
		properties.put("max.partition.fetch.bytes", 2 * 1024 * 1024);
		properties.put("receive.buffer.bytes", 1024 * 1024);
		properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
		properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
		return properties;
	}

}
