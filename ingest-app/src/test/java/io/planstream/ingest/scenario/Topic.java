package io.planstream.ingest.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.testsupport.server.TestBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Everything that lies in the topics for one run, in the order of each partition.
 */
final class Topic {

	private Topic() {
	}

	/** A record with where it lies. */
	record Stored(String topic, int partition, long offset, String key, byte[] bytes, PublishedRecord record) {

		String stream() {
			return this.topic + " " + this.record.provenance().slice() + " " + this.partition;
		}

	}

	static List<Stored> of(String runId) {
		RunId run = RunId.parse(runId);
		return all().stream().filter((stored) -> stored.record().provenance().run().equals(run)).toList();
	}

	/**
	 * The sequences of each stream (topic, slice, partition), in the order of the log.
	 */
	static Map<String, List<Long>> sequences(List<Stored> records) {
		Map<String, List<Long>> sequences = new TreeMap<>();
		records.forEach((stored) -> sequences.computeIfAbsent(stored.stream(), (stream) -> new ArrayList<>())
			.add(stored.record().sequence()));
		return sequences;
	}

	static List<Stored> all() {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
			return read(consumer, partitions(consumer));
		}
	}

	/** Where each partition ends. */
	static Map<TopicPartition, Long> ends() {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
			return consumer.endOffsets(partitions(consumer));
		}
	}

	private static KafkaConsumer<byte[], byte[]> consumer() {
		return new KafkaConsumer<>(Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "key.deserializer",
				ByteArrayDeserializer.class, "value.deserializer", ByteArrayDeserializer.class, "auto.offset.reset",
				"earliest", "enable.auto.commit", "false"));
	}

	private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
		return Stream.concat(Stream.of(Dataset.values()).map(Dataset::topic), Stream.of(Dataset.REJECT_TOPIC))
			.flatMap((topic) -> consumer.partitionsFor(topic).stream())
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
	}

	private static List<Stored> read(KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
		consumer.assign(partitions);
		consumer.seekToBeginning(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		RecordDecoder decoder = new RecordDecoder();
		List<Stored> records = new ArrayList<>();
		while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
			for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
				records.add(new Stored(found.topic(), found.partition(), found.offset(), new String(found.key()),
						found.value(), decoder.decode(found.value())));
			}
		}
		return records;
	}

}
