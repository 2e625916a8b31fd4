package io.planstream.model.avro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads Avro's binary encoding from an array, giving the same string for the same bytes
 * most of the time. For one thread.
 */
public final class AvroIn {

	private static final int SLOTS = 1 << 12;

	/** Longer texts hardly repeat. */
	private static final int LONGEST = 64;

	/** How many texts of a message are remembered. */
	private static final int REMEMBERED = 32;

	private final String[] cache = new String[SLOTS];

	private byte[] bytes;

	private int position;

	private int end;

	private int texts;

	private final String[] read = new String[REMEMBERED];

	/** The message that each of them was read from first. */
	private final byte[][] readFrom = new byte[REMEMBERED][];

	private final int[] readAt = new int[REMEMBERED];

	private final int[] readLength = new int[REMEMBERED];

	/**
	 * Begins with a message.
	 * @param source has its bytes, which are looked at again with later messages: they
	 * must not change
	 * @param begin where its fields begin
	 * @param limit where it ends. What is read of a message that is cut off, but for
	 * texts, may come from behind it: see {@link #remaining()}
	 */
	public void open(byte[] source, int begin, int limit) {
		this.bytes = source;
		this.position = begin;
		this.end = limit;
		this.texts = 0;
	}

	/**
	 * How many bytes of the message are not read yet.
	 * @return none at the end; less if more was read than it has
	 */
	public int remaining() {
		return this.end - this.position;
	}

	/**
	 * Reads a fixed of eight bytes.
	 * @return the bytes, the highest first
	 */
	public long fixed() {
		long value = 0;
		for (int i = 0; i < Long.BYTES; i++) {
			value = value << 8 | this.bytes[this.position++] & 0xFF;
		}
		return value;
	}

	/**
	 * Reads a long.
	 * @return the number
	 */
	public long number() {
		long raw = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			byte b = this.bytes[this.position++];
			raw |= (b & 0x7FL) << shift;
			if (b >= 0) {
				return raw >>> 1 ^ -(raw & 1);
			}
		}
		throw new UndecodableRecordException("A number is longer than ten bytes");
	}

	/**
	 * Reads an int.
	 * @return the number
	 */
	public int integer() {
		return Math.toIntExact(number());
	}

	/**
	 * Reads a boolean.
	 * @return the boolean
	 */
	public boolean flag() {
		return this.bytes[this.position++] == 1;
	}

	/**
	 * Reads a union of null and a long.
	 * @param ifNull what stands for null
	 * @return the number
	 */
	public long number(long ifNull) {
		return isNull() ? ifNull : number();
	}

	/**
	 * Reads a union of null and a long.
	 * @return the number, or null
	 */
	public Long nullableNumber() {
		return isNull() ? null : Long.valueOf(number());
	}

	/**
	 * Reads a union of null and an int.
	 * @return the number, or null
	 */
	public Integer nullableInteger() {
		return isNull() ? null : Integer.valueOf(integer());
	}

	/**
	 * Reads a union of null and a text.
	 * @return the text, or null
	 */
	public String nullableText() {
		return isNull() ? null : text();
	}

	private boolean isNull() {
		long branch = number();
		if (branch != 0 && branch != 1) {
			throw new UndecodableRecordException("A union has no branch " + branch);
		}
		return branch == 0;
	}

	/**
	 * Reads a text.
	 * @return the text
	 */
	public String text() {
		int length = integer();
		int start = this.position;
		if (length < 0 || length > this.end - start) {
			throw new UndecodableRecordException("A text of " + length + " bytes does not fit the message");
		}
		this.position += length;
		int index = this.texts++;
		if (index >= REMEMBERED) {
			return text(start, length);
		}
		if (!isAsBefore(index, start, length)) {
			this.read[index] = text(start, length);
			this.readFrom[index] = this.bytes;
			this.readAt[index] = start;
			this.readLength[index] = length;
		}
		return this.read[index];
	}

	/** Neighbours mostly have the same text at the same place. */
	private boolean isAsBefore(int index, int start, int length) {
		int at = this.readAt[index];
		return this.readLength[index] == length && this.read[index] != null
				&& Arrays.equals(this.bytes, start, start + length, this.readFrom[index], at, at + length);
	}

	private String text(int start, int length) {
		if (length > LONGEST) {
			return new String(this.bytes, start, length, StandardCharsets.UTF_8);
		}
		return cached(start, length);
	}

	private String cached(int start, int length) {
		int hash = 0;
		boolean ascii = true;
		for (int i = start; i < start + length; i++) {
			hash = 31 * hash + this.bytes[i];
			ascii &= this.bytes[i] >= 0;
		}
		if (!ascii) {
			return new String(this.bytes, start, length, StandardCharsets.UTF_8);
		}
		int slot = (hash ^ hash >>> 16) & SLOTS - 1;
		String text = this.cache[slot];
		if (text == null || !same(text, start, length)) {
			text = new String(this.bytes, start, length, StandardCharsets.ISO_8859_1);
			this.cache[slot] = text;
		}
		return text;
	}

	private boolean same(String text, int start, int length) {
		if (text.length() != length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (text.charAt(i) != this.bytes[start + i]) {
				return false;
			}
		}
		return true;
	}

}
