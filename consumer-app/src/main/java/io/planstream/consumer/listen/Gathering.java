package io.planstream.consumer.listen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.planstream.model.apply.Batch;
import io.planstream.model.apply.Messages;
import io.planstream.model.apply.SourceRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What one consumer has read and not applied yet: the records of some polls, without the
 * objects that Kafka's client made of them. For the consumer's thread.
 */
final class Gathering {

	private final Function<TopicPartition, Assignment.Cursor> cursors;

	private final Messages messages = new Messages();

	private final Map<TopicPartition, Part> parts = new LinkedHashMap<>();

	/**
	 * Nothing yet.
	 * @param cursors where reading of a partition stands, null if it is paused
	 */
	Gathering(Function<TopicPartition, Assignment.Cursor> cursors) {
		this.cursors = cursors;
	}

	/**
	 * Adds what a poll gave. Records of partitions that are paused by now are dropped.
	 */
	void add(ConsumerRecords<byte[], byte[]> polled) {
		for (TopicPartition partition : polled.partitions()) {
			Assignment.Cursor cursor = this.cursors.apply(partition);
			if (cursor != null) {
				part(partition, cursor).add(polled.records(partition));
			}
		}
	}

	/** Another cursor means that reading began anew, from the stored position on. */
	private Part part(TopicPartition partition, Assignment.Cursor cursor) {
		Part part = this.parts.get(partition);
		if (part == null || part.cursor != cursor) {
			part = new Part(cursor, new SourceRecords(this.messages));
			this.parts.put(partition, part);
		}
		return part;
	}

	int records() {
		return this.parts.values().stream().mapToInt((part) -> part.records.size()).sum();
	}

	int bytes() {
		return this.messages.end();
	}

	/**
	 * What is to be applied, until more is gathered. What was read before its partition
	 * was lost is left out: it is read again by whoever has the partition now.
	 * @return a batch, maybe without parts
	 */
	Batch batch() {
		List<Batch.Part> current = new ArrayList<>();
		this.parts.forEach((partition, part) -> {
			if (part.cursor == this.cursors.apply(partition)) {
				current.add(part.ofBatch(partition));
			}
		});
		return new Batch(current);
	}

	/** Forgets everything. */
	void clear() {
		this.parts.clear();
		this.messages.clear();
	}

	private static final class Part {

		private final Assignment.Cursor cursor;

		private final SourceRecords records;

		Part(Assignment.Cursor cursor, SourceRecords records) {
			this.cursor = cursor;
			this.records = records;
		}

		void add(List<ConsumerRecord<byte[], byte[]>> polled) {
			for (ConsumerRecord<byte[], byte[]> record : polled) {
				this.records.add(record.offset(), record.timestamp(), record.value());
			}
		}

		Batch.Part ofBatch(TopicPartition partition) {
			long to = this.records.offset(this.records.size() - 1) + 1;
			return new Batch.Part(partition.topic(), partition.partition(), this.cursor.topicId(), this.cursor.offset(),
					to, this.records);
		}

	}

}
