package io.planstream.consumer.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.consumer.reject.DeadLetters.Letter;
import io.planstream.model.apply.Watermark;
import io.planstream.model.apply.WatermarkKey;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.avro.UndecodableRecordException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The records of a partition that are not applied yet, decoded, each with the stream it
 * belongs to. For one thread.
 */
final class DecodedPart {

	private final TopicPartition partition;

	private final String topicId;

	private final List<Entry> entries;

	private final List<Letter> undecodable = new ArrayList<>();

	private final Map<Provenance, Stream> streams = new HashMap<>();

	private Stream last;

	private DecodedPart(TopicPartition partition, String topicId, int size) {
		this.partition = partition;
		this.topicId = topicId;
		this.entries = new ArrayList<>(size);
	}

	static DecodedPart decode(Batch.Part part, long position, RecordDecoder decoder) {
		List<ConsumerRecord<byte[], byte[]>> records = part.since(position);
		DecodedPart decoded = new DecodedPart(part.partition(), part.topicId(), records.size());
		for (ConsumerRecord<byte[], byte[]> source : records) {
			try {
				PublishedRecord record = decoder.decode(source.value());
				decoded.entries.add(new Entry(source, record, decoded.stream(record.provenance())));
			}
			catch (UndecodableRecordException ex) {
				decoded.undecodable.add(decoded.letter(source, null, ex));
			}
		}
		return decoded;
	}

	Letter letter(ConsumerRecord<byte[], byte[]> source, PublishedRecord record, Throwable failure) {
		return new Letter(source, this.topicId, record, failure);
	}

	int size() {
		return this.entries.size() + this.undecodable.size();
	}

	String topic() {
		return this.partition.topic();
	}

	int partition() {
		return this.partition.partition();
	}

	List<Entry> entries() {
		return this.entries;
	}

	List<Letter> undecodable() {
		return this.undecodable;
	}

	Iterable<Stream> streams() {
		return this.streams.values();
	}

	/** Neighbours mostly come from the same slice, and then by the same object. */
	private Stream stream(Provenance provenance) {
		Stream stream = this.last;
		if (stream == null || stream.provenance != provenance) {
			stream = this.streams.computeIfAbsent(provenance, (from) -> new Stream(from,
					new WatermarkKey(from.run(), this.partition.topic(), from.slice(), this.partition.partition())));
			this.last = stream;
		}
		return stream;
	}

	/**
	 * A record, as it came and as it reads.
	 */
	record Entry(ConsumerRecord<byte[], byte[]> source, PublishedRecord record, Stream stream) {
	}

	/**
	 * What one slice sent to the partition.
	 */
	static final class Stream {

		private final Provenance provenance;

		private final WatermarkKey key;

		private Watermark watermark;

		Stream(Provenance provenance, WatermarkKey key) {
			this.provenance = provenance;
			this.key = key;
		}

		WatermarkKey key() {
			return this.key;
		}

		/** Without one, the run is deleted or unknown. */
		Watermark watermark() {
			return this.watermark;
		}

		void setWatermark(Watermark watermark) {
			this.watermark = watermark;
		}

	}

}
