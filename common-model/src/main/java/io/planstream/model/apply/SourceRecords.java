package io.planstream.model.apply;

import java.util.Arrays;

import io.planstream.model.avro.UndecodableRecordException;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.record.RecordDecoder;

/**
 * Records of one partition as they were read, in the order of their offsets. They are not
 * objects each: tens of thousands would outlive several collections of garbage until they
 * are applied, and be copied by each. For one thread.
 */
public final class SourceRecords {

	private static final int FIRST_CAPACITY = 1024;

	/** Where the message of a record ends that has none. */
	private static final int NONE = -1;

	private long[] offsets = new long[FIRST_CAPACITY];

	private long[] timestamps = new long[FIRST_CAPACITY];

	private int[] begins = new int[FIRST_CAPACITY];

	private int[] ends = new int[FIRST_CAPACITY];

	private final Messages messages;

	private int size;

	/**
	 * No records yet, with messages of their own.
	 */
	public SourceRecords() {
		this(new Messages());
	}

	/**
	 * No records yet.
	 * @param messages takes the messages, and those of other records
	 */
	public SourceRecords(Messages messages) {
		this.messages = messages;
	}

	/**
	 * Adds a record behind the last one.
	 * @param offset its offset
	 * @param timestamp when it was published: milliseconds as Kafka has them, none if
	 * negative
	 * @param message its message, which is copied, or null
	 */
	public void add(long offset, long timestamp, byte[] message) {
		if (message == null) {
			add(offset, timestamp, null, 0, NONE);
		}
		else {
			add(offset, timestamp, message, 0, message.length);
		}
	}

	private void add(long offset, long timestamp, byte[] source, int begin, int end) {
		if (this.size == this.offsets.length) {
			int capacity = this.size * 2;
			this.offsets = Arrays.copyOf(this.offsets, capacity);
			this.timestamps = Arrays.copyOf(this.timestamps, capacity);
			this.begins = Arrays.copyOf(this.begins, capacity);
			this.ends = Arrays.copyOf(this.ends, capacity);
		}
		this.offsets[this.size] = offset;
		this.timestamps[this.size] = timestamp;
		this.begins[this.size] = this.messages.end();
		if (end != NONE) {
			this.messages.add(source, begin, end);
		}
		this.ends[this.size++] = (end != NONE) ? this.messages.end() : NONE;
	}

	/**
	 * How many there are.
	 * @return the count
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Offset of a record.
	 * @param index 0 to {@link #size()} - 1
	 * @return its offset
	 */
	public long offset(int index) {
		return this.offsets[index];
	}

	/**
	 * When a record was published.
	 * @param index 0 to {@link #size()} - 1
	 * @return milliseconds as Kafka has them; none if negative
	 */
	public long timestamp(int index) {
		return this.timestamps[index];
	}

	/**
	 * The message of a record.
	 * @param index 0 to {@link #size()} - 1
	 * @return a copy of its bytes, or null if it has none
	 */
	public byte[] message(int index) {
		return (this.ends[index] != NONE)
				? Arrays.copyOfRange(this.messages.bytes(), this.begins[index], this.ends[index]) : null;
	}

	/**
	 * Decodes the message of a record.
	 * @param index 0 to {@link #size()} - 1
	 * @param decoder decodes it
	 * @return the record
	 * @throws UndecodableRecordException if it has none, or one that is no record of a
	 * known schema
	 */
	PublishedRecord decode(int index, RecordDecoder decoder) {
		requireMessage(index);
		return decoder.decode(this.messages.bytes(), this.begins[index], this.ends[index]);
	}

	/**
	 * Reads of the message of a record only where it comes from.
	 * @param index 0 to {@link #size()} - 1
	 * @param decoder decodes it
	 * @return run, slice and file
	 * @throws UndecodableRecordException if it has none, or one that does not begin like
	 * a record of a known schema
	 */
	Provenance provenance(int index, RecordDecoder decoder) {
		requireMessage(index);
		return decoder.provenance(this.messages.bytes(), this.begins[index], this.ends[index]);
	}

	private void requireMessage(int index) {
		if (this.ends[index] == NONE) {
			throw new UndecodableRecordException("The record has no message");
		}
	}

	/**
	 * Some of them.
	 * @param begin index of the first
	 * @param end index after the last
	 * @return a copy
	 */
	public SourceRecords range(int begin, int end) {
		SourceRecords range = new SourceRecords();
		for (int index = begin; index < end; index++) {
			range.add(this.offsets[index], this.timestamps[index], this.messages.bytes(), this.begins[index],
					this.ends[index]);
		}
		return range;
	}

	/**
	 * Those from an offset on.
	 * @param position the offset
	 * @return all of them if none is before it, or else a copy
	 */
	public SourceRecords since(long position) {
		int first = 0;
		while (first < this.size && this.offsets[first] < position) {
			first++;
		}
		return (first == 0) ? this : range(first, this.size);
	}

}
