package io.planstream.benchmark.latency;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.planstream.benchmark.bare.Clients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic once more and holds the time of each record, at which it was given to the
 * producer, against when it was seen to be applied. For one thread.
 */
final class RecordTimes {

	private static final long WARM_UP_MILLIS = 5_000;

	private static final Duration POLL = Duration.ofMillis(100);

	private final String bootstrapServers;

	private final String topic;

	RecordTimes(String bootstrapServers, String topic) {
		this.bootstrapServers = bootstrapServers;
		this.topic = topic;
	}

	/** How far the topic goes. */
	Map<TopicPartition, Long> ends() {
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Clients.consumer(this.bootstrapServers))) {
			return consumer.endOffsets(partitions(consumer));
		}
	}

	private Collection<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
		return consumer.partitionsFor(this.topic)
			.stream()
			.map((info) -> new TopicPartition(info.topic(), info.partition()))
			.toList();
	}

	/**
	 * The delays of all records that were published from the fifth second on, when the
	 * code that matters is compiled.
	 */
	Delays delays(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Sightings sightings) {
		long[] first = { Long.MAX_VALUE };
		read(from, to, (record) -> first[0] = Math.min(first[0], record.timestamp()));
		Delays delays = new Delays();
		Map<Integer, Cursor> cursors = new HashMap<>();
		read(from, to, (record) -> {
			Cursor cursor = cursors.computeIfAbsent(record.partition(), (key) -> new Cursor(sightings.of(key)));
			long seen = cursor.seen(record.offset());
			if (record.timestamp() >= first[0] + WARM_UP_MILLIS) {
				delays.add(record.timestamp(), seen);
			}
		});
		return delays;
	}

	private void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to,
			Consumer<ConsumerRecord<byte[], byte[]>> reader) {
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Clients.consumer(this.bootstrapServers))) {
			consumer.assign(to.keySet());
			from.forEach(consumer::seek);
			while (to.entrySet().stream().anyMatch((each) -> consumer.position(each.getKey()) < each.getValue())) {
				consumer.poll(POLL).forEach(reader);
			}
		}
	}

	/** Records of a partition come in the order of their offsets. */
	private static final class Cursor {

		private final List<Sightings.Sighting> sightings;

		private int next;

		Cursor(List<Sightings.Sighting> sightings) {
			this.sightings = sightings;
		}

		long seen(long offset) {
			while (this.sightings.get(this.next).nextOffset() <= offset) {
				this.next++;
			}
			return this.sightings.get(this.next).millis();
		}

	}

}
