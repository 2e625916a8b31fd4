package io.planstream.ingest.publish;

import java.util.Arrays;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Encoded records of one topic, in the order they are sent in. For one thread at a time.
 */
final class Messages {

	private final String topic;

	private int[] partitions;

	private byte[][] keys;

	private byte[][] values;

	private int count;

	Messages(String topic, int capacity) {
		this.topic = topic;
		this.partitions = new int[capacity];
		this.keys = new byte[capacity][];
		this.values = new byte[capacity][];
	}

	void add(int partition, byte[] key, byte[] value) {
		if (this.count == this.values.length) {
			grow();
		}
		this.partitions[this.count] = partition;
		this.keys[this.count] = key;
		this.values[this.count] = value;
		this.count++;
	}

	private void grow() {
		int size = Math.max(16, this.count * 2);
		this.partitions = Arrays.copyOf(this.partitions, size);
		this.keys = Arrays.copyOf(this.keys, size);
		this.values = Arrays.copyOf(this.values, size);
	}

	int count() {
		return this.count;
	}

	ProducerRecord<byte[], byte[]> record(int index) {
		return new ProducerRecord<>(this.topic, this.partitions[index], this.keys[index], this.values[index]);
	}

}
