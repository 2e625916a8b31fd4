package io.planstream.model.avro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes Avro's binary encoding into one buffer that is used again and again. Avro's own
 * encoder would make an array of each string first; a test holds the two against each
 * other. For one thread.
 */
public final class AvroOut {

	/** How many texts of a message are remembered. */
	private static final int REMEMBERED = 32;

	private byte[] buffer = new byte[1024];

	private int size;

	private long message;

	private int texts;

	private final String[] written = new String[REMEMBERED];

	private final long[] writtenIn = new long[REMEMBERED];

	private final int[] writtenFrom = new int[REMEMBERED];

	private final int[] writtenTo = new int[REMEMBERED];

	/**
	 * Begins a message.
	 * @param fingerprint of its schema
	 */
	public void begin(long fingerprint) {
		this.size = 0;
		this.message++;
		this.texts = 0;
		room(10);
		this.buffer[this.size++] = (byte) 0xC3;
		this.buffer[this.size++] = 0x01;
		for (int i = 0; i < Long.BYTES; i++) {
			this.buffer[this.size++] = (byte) (fingerprint >>> 8 * i);
		}
	}

	/**
	 * The message so far.
	 * @return a new array
	 */
	public byte[] toBytes() {
		return Arrays.copyOf(this.buffer, this.size);
	}

	/**
	 * Writes a fixed of eight bytes.
	 * @param value the bytes, the highest first
	 */
	public void fixed(long value) {
		room(Long.BYTES);
		for (int shift = 56; shift >= 0; shift -= 8) {
			this.buffer[this.size++] = (byte) (value >>> shift);
		}
	}

	/**
	 * Writes an int or a long.
	 * @param value the number
	 */
	public void number(long value) {
		room(10);
		long rest = value << 1 ^ value >> 63;
		while ((rest & ~0x7FL) != 0) {
			this.buffer[this.size++] = (byte) (rest & 0x7F | 0x80);
			rest >>>= 7;
		}
		this.buffer[this.size++] = (byte) rest;
	}

	/**
	 * Writes a boolean.
	 * @param value the boolean
	 */
	public void flag(boolean value) {
		room(1);
		this.buffer[this.size++] = (byte) (value ? 1 : 0);
	}

	/**
	 * Writes a union of null and a whole number.
	 * @param value the number, or null
	 */
	public void nullable(Number value) {
		if (value == null) {
			number(0);
		}
		else {
			number(1);
			number(value.longValue());
		}
	}

	/**
	 * Writes a union of null and a text.
	 * @param value the text, or null
	 */
	public void nullable(String value) {
		if (value == null) {
			number(0);
		}
		else {
			number(1);
			text(value);
		}
	}

	/**
	 * Writes a union of null and a long.
	 * @param value the number
	 * @param ifNull the number that stands for null
	 */
	public void nullable(long value, long ifNull) {
		if (value == ifNull) {
			number(0);
		}
		else {
			number(1);
			number(value);
		}
	}

	/**
	 * Writes a text. What the message before had at the same place is still there.
	 * @param value the text
	 */
	public void text(String value) {
		int index = this.texts++;
		if (index >= REMEMBERED) {
			write(value);
		}
		else if (this.written[index] == value && this.writtenFrom[index] == this.size
				&& this.writtenIn[index] == this.message - 1) {
			this.writtenIn[index] = this.message;
			this.size = this.writtenTo[index];
		}
		else {
			this.written[index] = value;
			this.writtenIn[index] = this.message;
			this.writtenFrom[index] = this.size;
			write(value);
			this.writtenTo[index] = this.size;
		}
	}

	private void write(String value) {
		int length = value.length();
		number(length);
		room(length);
		int start = this.size;
		for (int i = 0; i < length; i++) {
			char c = value.charAt(i);
			if (c >= 0x80) {
				this.size = start - lengthBytes(length);
				wideText(value);
				return;
			}
			this.buffer[this.size++] = (byte) c;
		}
	}

	private void wideText(String value) {
		byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
		number(utf8.length);
		room(utf8.length);
		System.arraycopy(utf8, 0, this.buffer, this.size, utf8.length);
		this.size += utf8.length;
	}

	private static int lengthBytes(int length) {
		int bytes = 1;
		for (long rest = (long) length << 1 >>> 7; rest != 0; rest >>>= 7) {
			bytes++;
		}
		return bytes;
	}

	private void room(int more) {
		if (this.size + more > this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, Math.max(this.buffer.length * 2, this.size + more));
		}
	}

}
