package io.planstream.benchmark.bare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.planstream.benchmark.ground.Worker;
import io.planstream.model.aggregate.Change;
import io.planstream.model.aggregate.Fold;
import io.planstream.model.record.RecordDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic with two plain consumers, decodes each record and folds it into the rows
 * that it would change, and throws these away. It has done its work when it has the rows
 * it expects.
 */
final class BareConsume {

	private static final int THREADS = 2;

	private static final Duration POLL = Duration.ofMillis(100);

	private final Map<String, Object> settings;

	private final String topic;

	private final long expected;

	private final AtomicLong rows = new AtomicLong();

	private final AtomicLong changes = new AtomicLong();

	private BareConsume(Map<String, Object> settings, String topic, long expected) {
		this.settings = settings;
		this.topic = topic;
		this.expected = expected;
	}

	/**
	 * Runs the program, which is told a topic and how many rows to expect.
	 * @param args broker
	 */
	public static void main(String[] args) {
		Map<String, Object> settings = Clients.consumer(args[0]);
		Worker.run((words) -> new BareConsume(settings, words.get(0), Long.parseLong(words.get(1))).read());
	}

	private long read() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> readers = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				List<TopicPartition> share = share(thread);
				readers.add(threads.submit(() -> read(share)));
			}
			for (Future<?> reader : readers) {
				reader.get();
			}
			if (this.changes.get() == 0) {
				throw new IllegalStateException("Nothing was folded");
			}
			return this.rows.get();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private List<TopicPartition> share(int thread) {
		List<TopicPartition> share = new ArrayList<>();
		for (int partition = thread; partition < Clients.PARTITIONS; partition += THREADS) {
			share.add(new TopicPartition(this.topic, partition));
		}
		return share;
	}

	private void read(List<TopicPartition> partitions) {
		RecordDecoder decoder = new RecordDecoder();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.settings)) {
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			while (this.rows.get() < this.expected) {
				ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
				if (!records.isEmpty()) {
					fold(records, decoder);
				}
			}
		}
	}

	private void fold(ConsumerRecords<byte[], byte[]> records, RecordDecoder decoder) {
		Fold fold = new Fold();
		for (ConsumerRecord<byte[], byte[]> record : records) {
			fold.add(decoder.decode(record.value()), record.partition());
		}
		this.changes.addAndGet(fold.changes().stream().map(Change::rows).mapToLong(List::size).sum());
		this.rows.addAndGet(records.count());
	}

}
