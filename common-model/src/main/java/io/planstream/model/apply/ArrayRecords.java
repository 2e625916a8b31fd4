package io.planstream.model.apply;

import java.util.Arrays;

/**
 * Records that are collected one by one into arrays. For one thread.
 */
public final class ArrayRecords implements SourceRecords {

	private static final int FIRST_CAPACITY = 1024;

	private long[] offsets;

	private long[] timestamps;

	private byte[][] values;

	private int size;

	/**
	 * No records yet.
	 */
	public ArrayRecords() {
		this(new long[FIRST_CAPACITY], new long[FIRST_CAPACITY], new byte[FIRST_CAPACITY][], 0);
	}

	private ArrayRecords(long[] offsets, long[] timestamps, byte[][] values, int size) {
		this.offsets = offsets;
		this.timestamps = timestamps;
		this.values = values;
		this.size = size;
	}

	/**
	 * Adds a record behind the last one.
	 * @param offset its offset
	 * @param timestamp when it was published
	 * @param value its message, which is not copied, or null
	 */
	public void add(long offset, long timestamp, byte[] value) {
		if (this.size == this.offsets.length) {
			int capacity = this.size * 2;
			this.offsets = Arrays.copyOf(this.offsets, capacity);
			this.timestamps = Arrays.copyOf(this.timestamps, capacity);
			this.values = Arrays.copyOf(this.values, capacity);
		}
		this.offsets[this.size] = offset;
		this.timestamps[this.size] = timestamp;
		this.values[this.size++] = value;
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public long offset(int index) {
		return this.offsets[index];
	}

	@Override
	public long timestamp(int index) {
		return this.timestamps[index];
	}

	@Override
	public byte[] value(int index) {
		return this.values[index];
	}

	@Override
	public SourceRecords range(int begin, int end) {
		return new ArrayRecords(Arrays.copyOfRange(this.offsets, begin, end),
				Arrays.copyOfRange(this.timestamps, begin, end), Arrays.copyOfRange(this.values, begin, end),
				end - begin);
	}

}
