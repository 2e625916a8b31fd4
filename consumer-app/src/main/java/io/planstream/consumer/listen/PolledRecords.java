package io.planstream.consumer.listen;

import java.util.List;

import io.planstream.model.apply.SourceRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records of a partition as Kafka's consumer gives them.
 *
 * @param records the records
 */
record PolledRecords(List<ConsumerRecord<byte[], byte[]>> records) implements SourceRecords {

	@Override
	public int size() {
		return this.records.size();
	}

	@Override
	public long offset(int index) {
		return this.records.get(index).offset();
	}

	@Override
	public long timestamp(int index) {
		return this.records.get(index).timestamp();
	}

	@Override
	public byte[] value(int index) {
		return this.records.get(index).value();
	}

	@Override
	public SourceRecords range(int begin, int end) {
		return new PolledRecords(this.records.subList(begin, end));
	}

}
