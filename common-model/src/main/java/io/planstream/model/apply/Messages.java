package io.planstream.model.apply;

import java.util.Arrays;

/**
 * The messages of many records one after the other, in one array that is used again. For
 * one thread.
 */
public final class Messages {

	private static final int FIRST_CAPACITY = 64 << 10;

	private byte[] bytes = new byte[FIRST_CAPACITY];

	private int end;

	/**
	 * Begins to write over what is here: no records of these messages may be read any
	 * more.
	 */
	public void clear() {
		this.end = 0;
	}

	void add(byte[] source, int from, int to) {
		int length = to - from;
		int needed = Math.addExact(this.end, length);
		if (needed > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes,
					(int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, this.bytes.length * 2L)));
		}
		System.arraycopy(source, from, this.bytes, this.end, length);
		this.end = needed;
	}

	/** What was added, if it is looked at before more is. */
	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * How much they have.
	 * @return bytes
	 */
	public int end() {
		return this.end;
	}

}
