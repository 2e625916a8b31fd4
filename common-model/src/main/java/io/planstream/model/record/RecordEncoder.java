package io.planstream.model.record;

import io.planstream.model.avro.AvroOut;
import io.planstream.model.avro.MessageSchema;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.row.Row;

/**
 * Writes records in Avro's single-object encoding: the same record gives the same bytes.
 * For one thread.
 */
public final class RecordEncoder {

	/** A row whose message would be larger than this is rejected: 512 KiB. */
	public static final int MAX_MESSAGE_BYTES = 512 * 1024;

	private final AvroOut out = new AvroOut();

	/**
	 * Encodes a row.
	 * @param from where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param row the row
	 * @return the message, a new array
	 */
	public byte[] row(Provenance from, long sequence, long line, Row row) {
		begin(row.dataset().schema(), from, sequence, line);
		row.writeTo(this.out);
		return this.out.toBytes();
	}

	/**
	 * Encodes a reject.
	 * @param from where it comes from
	 * @param sequence its place in its partition
	 * @param line the line it begins in
	 * @param dataset the dataset of its file
	 * @param problem why it is rejected
	 * @param raw the row as it was found
	 * @return the message, a new array
	 */
	public byte[] reject(Provenance from, long sequence, long line, Dataset dataset, Problem problem,
			PublishedRecord.RawText raw) {
		begin(ControlSchemas.REJECT, from, sequence, line);
		this.out.text(dataset.id());
		this.out.nullable(problem.column());
		this.out.text(problem.reason().name());
		this.out.text(problem.message());
		this.out.text(raw.text());
		this.out.number(raw.length());
		this.out.text(raw.sha256());
		return this.out.toBytes();
	}

	/**
	 * Encodes the end of a slice.
	 * @param from where it comes from
	 * @param sequence its place in its partition
	 * @param line the line after the slice
	 * @return the message, a new array
	 */
	public byte[] endOfSlice(Provenance from, long sequence, long line) {
		begin(ControlSchemas.END_OF_SLICE, from, sequence, line);
		return this.out.toBytes();
	}

	private void begin(MessageSchema schema, Provenance from, long sequence, long line) {
		this.out.begin(schema.fingerprint());
		this.out.fixed(from.run().value());
		this.out.number(from.slice());
		this.out.number(sequence);
		this.out.number(from.file());
		this.out.number(line);
	}

}
