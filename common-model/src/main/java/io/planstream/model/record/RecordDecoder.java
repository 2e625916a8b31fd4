package io.planstream.model.record;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.planstream.model.RunId;
import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.MessageSchema;
import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;

/**
 * Reads what {@link RecordEncoder} writes, and what earlier releases wrote. Repeated
 * texts and provenances are mostly the same objects. For one thread.
 */
public final class RecordDecoder {

	private final AvroIn in = new AvroIn();

	private final List<Kind> kinds = Stream
		.concat(Stream.of(new Kind(ControlSchemas.REJECT, this::reject),
				new Kind(ControlSchemas.END_OF_SLICE, this::endOfSlice)),
				Arrays.stream(Dataset.values()).map(this::rowsOf))
		.toList();

	/** Mostly the next message is of the same kind as the last. */
	private Kind last = this.kinds.get(0);

	private Provenance provenance = new Provenance(new RunId(0), -1, -1);

	private long sequence;

	private long line;

	private Kind rowsOf(Dataset dataset) {
		return new Kind(dataset.schema(),
				() -> new PublishedRecord.OfRow(this.provenance, this.sequence, this.line, dataset.read(this.in)));
	}

	/**
	 * Decodes a message.
	 * @param message the value of a Kafka record, which must not change as long as
	 * messages are decoded, or null
	 * @return the record
	 * @throws UndecodableRecordException if there is none, or its bytes are no record of
	 * a known schema
	 */
	public PublishedRecord decode(byte[] message) {
		if (message == null) {
			throw new UndecodableRecordException("There is no message");
		}
		return decode(message, 0, message.length);
	}

	/**
	 * Decodes a message.
	 * @param source has the value of a Kafka record; must not change as long as messages
	 * are decoded
	 * @param begin where it begins
	 * @param end where it ends
	 * @return the record
	 * @throws UndecodableRecordException if the bytes are no record of a known schema
	 */
	public PublishedRecord decode(byte[] source, int begin, int end) {
		try {
			open(source, begin, end);
			PublishedRecord record = this.last.reader().get();
			if (this.in.remaining() != 0) {
				throw new UndecodableRecordException("The message is not as long as its schema says");
			}
			return record;
		}
		catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException ex) {
			throw new UndecodableRecordException("The message does not follow the schema it names", ex);
		}
	}

	/**
	 * Reads of a message only where it comes from, which may work although the rest
	 * cannot be read.
	 * @param source has the value of a Kafka record; must not change as long as messages
	 * are decoded
	 * @param begin where it begins
	 * @param end where it ends
	 * @return run, slice and file
	 * @throws UndecodableRecordException if the bytes do not begin like a record of a
	 * known schema
	 */
	public Provenance provenance(byte[] source, int begin, int end) {
		try {
			open(source, begin, end);
			return this.provenance;
		}
		catch (IndexOutOfBoundsException | ArithmeticException ex) {
			throw new UndecodableRecordException("The message does not follow the schema it names", ex);
		}
	}

	/** {@link #last} is then the kind of the message, and its fields are next. */
	private void open(byte[] source, int begin, int end) {
		if (end - begin < MessageSchema.HEADER_BYTES || source[begin] != (byte) 0xC3 || source[begin + 1] != 0x01) {
			throw new UndecodableRecordException("The message does not begin like an Avro single object");
		}
		long fingerprint = fingerprint(source, begin);
		if (isKnown(fingerprint)) {
			readOrigin(source, begin, end);
		}
		else {
			byte[] upgraded = upgraded(fingerprint, Arrays.copyOfRange(source, begin, end));
			open(upgraded, 0, upgraded.length);
		}
	}

	private boolean isKnown(long fingerprint) {
		if (this.last.schema().fingerprint() == fingerprint) {
			return true;
		}
		for (Kind kind : this.kinds) {
			if (kind.schema().fingerprint() == fingerprint) {
				this.last = kind;
				return true;
			}
		}
		return false;
	}

	private byte[] upgraded(long fingerprint, byte[] message) {
		return this.kinds.stream()
			.flatMap((kind) -> kind.schema().upgraded(fingerprint, message).stream())
			.findFirst()
			.orElseThrow(
					() -> new UndecodableRecordException("The message names a schema that this release does not know: "
							+ Long.toHexString(fingerprint) + ". It was published by another release"));
	}

	private void readOrigin(byte[] source, int begin, int end) {
		this.in.open(source, begin + MessageSchema.HEADER_BYTES, end);
		long run = this.in.fixed();
		int slice = this.in.integer();
		this.sequence = this.in.number();
		int file = this.in.integer();
		this.line = this.in.number();
		if (this.in.remaining() < 0) {
			throw new UndecodableRecordException("The message ends before its first fields do");
		}
		Provenance before = this.provenance;
		if (before.run().value() != run || before.slice() != slice || before.file() != file) {
			this.provenance = new Provenance(new RunId(run), slice, file);
		}
	}

	private PublishedRecord endOfSlice() {
		return new PublishedRecord.EndOfSlice(this.provenance, this.sequence, this.line);
	}

	private PublishedRecord reject() {
		String id = this.in.text();
		Dataset dataset = Dataset.byId(id)
			.orElseThrow(() -> new UndecodableRecordException("No dataset is called '" + id + "'"));
		String column = this.in.nullableText();
		Problem.Reason reason = Problem.Reason.valueOf(this.in.text());
		Problem problem = new Problem(reason, column, this.in.text());
		return new PublishedRecord.OfReject(this.provenance, this.sequence, this.line, dataset, problem,
				new PublishedRecord.RawText(this.in.text(), this.in.number(), this.in.text()));
	}

	private static long fingerprint(byte[] source, int begin) {
		long fingerprint = 0;
		for (int i = begin + MessageSchema.HEADER_BYTES - 1; i >= begin + 2; i--) {
			fingerprint = fingerprint << 8 | source[i] & 0xFF;
		}
		return fingerprint;
	}

	/** What messages of a schema are read by; the reader stands after the line. */
	private record Kind(MessageSchema schema, Supplier<PublishedRecord> reader) {
	}

}
