package io.planstream.model.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.reject.DeadLetters.Letter;

/**
 * The records of a partition that are not applied yet, decoded, each with the stream it
 * belongs to. For one thread.
 */
final class DecodedPart {

	private final Batch.Part part;

	private final SourceRecords records;

	private final List<Entry> entries;

	private final List<Letter> undecodable = new ArrayList<>();

	private final Map<Provenance, Stream> streams = new HashMap<>();

	private Stream last;

	private DecodedPart(Batch.Part part, SourceRecords records) {
		this.part = part;
		this.records = records;
		this.entries = new ArrayList<>(records.size());
	}

	static DecodedPart decode(Batch.Part part, long position, RecordDecoder decoder) {
		SourceRecords records = part.records().since(position);
		DecodedPart decoded = new DecodedPart(part, records);
		for (int index = 0; index < records.size(); index++) {
			try {
				PublishedRecord record = decoder.decode(records.value(index));
				decoded.entries.add(new Entry(index, record, decoded.stream(record.provenance())));
			}
			catch (UndecodableRecordException ex) {
				decoded.undecodable.add(decoded.letter(index, null, ex));
			}
		}
		return decoded;
	}

	Letter letter(int index, PublishedRecord record, Throwable failure) {
		return new Letter(this.part.topic(), this.part.partition(), this.records.offset(index), this.part.topicId(),
				this.records.value(index), record, failure);
	}

	int size() {
		return this.records.size();
	}

	long timestamp(int index) {
		return this.records.timestamp(index);
	}

	String topic() {
		return this.part.topic();
	}

	int partition() {
		return this.part.partition();
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
					new WatermarkKey(from.run(), this.part.topic(), from.slice(), this.part.partition())));
			this.last = stream;
		}
		return stream;
	}

	/**
	 * A record, by its place and as it reads.
	 */
	record Entry(int index, PublishedRecord record, Stream stream) {
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
