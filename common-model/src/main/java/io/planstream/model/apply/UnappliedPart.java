package io.planstream.model.apply;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;
import io.planstream.model.reject.DeadLetters.Letter;

/**
 * The records of a partition that are not applied yet, and the streams they belong to.
 * Records are decoded when they are asked for, and not kept: tens of thousands at a time
 * would outlive several collections of garbage. For one thread.
 */
final class UnappliedPart {

	private final Batch.Part part;

	private final SourceRecords records;

	private final RecordDecoder decoder;

	private final Map<Provenance, Stream> streams = new HashMap<>();

	private Stream last;

	/**
	 * The records from a position on; of each is read where it comes from.
	 * @param part what was read
	 * @param position the first offset that is not applied
	 * @param decoder decodes them
	 */
	UnappliedPart(Batch.Part part, long position, RecordDecoder decoder) {
		this.part = part;
		this.records = part.records().since(position);
		this.decoder = decoder;
		for (int index = 0; index < this.records.size(); index++) {
			findStream(index);
		}
	}

	private void findStream(int index) {
		try {
			stream(this.records.provenance(index, this.decoder));
		}
		catch (UndecodableRecordException ex) {
			// of no stream; decode throws it as well
		}
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
	 * Decodes a record.
	 * @throws UndecodableRecordException if it cannot be
	 */
	PublishedRecord decode(int index) {
		return this.records.decode(index, this.decoder);
	}

	/** Without one, the run is deleted or unknown. */
	Watermark watermark(PublishedRecord record) {
		return stream(record.provenance()).watermark;
	}

	/**
	 * A dead letter.
	 * @param record null if it cannot be decoded
	 */
	Letter letter(int index, PublishedRecord record, Throwable failure) {
		return new Letter(this.part.topic(), this.part.partition(), this.records.offset(index), this.part.topicId(),
				this.records.message(index), record, failure);
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

	Collection<Stream> streams() {
		return this.streams.values();
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

		void setWatermark(Watermark watermark) {
			this.watermark = watermark;
		}

	}

}
