package io.planstream.ingest.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.testsupport.server.TestBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import static org.assertj.core.api.Assertions.assertThat;

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
		return of(runId, TestBroker.bootstrapServers());
	}

	static List<Stored> of(String runId, String bootstrapServers) {
		RunId run = RunId.parse(runId);
		return all(bootstrapServers).stream()
			.filter((stored) -> stored.record().provenance().run().equals(run))
			.toList();
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

	private static List<Stored> all(String bootstrapServers) {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
			return read(consumer, partitions(consumer));
		}
	}

	/** Where each partition ends. */
	static Map<TopicPartition, Long> ends() {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer(TestBroker.bootstrapServers())) {
			return consumer.endOffsets(partitions(consumer));
		}
	}

	/** The identity of a topic. */
	static String id(String topic) {
		try (Admin admin = TestBroker.admin()) {
			return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).topicId().toString();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
		return new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServers, "key.deserializer",
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

	/**
	 * Each row is there once for who reads as a consumer does: takes the record that
	 * follows, drops what was there before or comes behind a gap. Copies are equal.
	 */
	static void assertEachRowOnce(List<Stored> records, int rows) {
		Map<String, byte[]> copies = new HashMap<>();
		Map<String, Long> next = new HashMap<>();
		for (Stored stored : records) {
			long sequence = stored.record().sequence();
			byte[] first = copies.putIfAbsent(stored.stream() + " " + sequence, stored.bytes());
			assertThat(first == null || Arrays.equals(first, stored.bytes())).as("copies are equal").isTrue();
			next.merge(stored.stream(), (sequence == 0) ? 1L : 0L, Math::max);
			next.computeIfPresent(stored.stream(),
					(stream, expected) -> (sequence == expected) ? expected + 1 : expected);
		}
		long ends = records.stream()
			.filter((stored) -> stored.record() instanceof PublishedRecord.EndOfSlice)
			.map(Stored::stream)
			.distinct()
			.count();
		assertThat(next).as("every stream has its end").hasSize((int) ends);
		assertThat(next.values().stream().mapToLong(Long::longValue).sum()).as("rows and ends").isEqualTo(rows + ends);
	}

}
