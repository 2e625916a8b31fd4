package io.planstream.generator.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Builds CSV in a byte buffer and hands it on in large pieces: no string per row. Lines
 * end with a line feed; only fields that need quotes get them. Not safe for use by
 * several threads. Closing hands on the rest and closes the stream.
 */
public final class CsvBytes implements AutoCloseable {

	private static final int CAPACITY = 1 << 18;

	// The most that one call of a number method adds.
	private static final int NUMBER_SPACE = 32;

	private final OutputStream out;

	private final byte[] buffer = new byte[CAPACITY];

	private int length;

	private long handedOn;

	/**
	 * Write to a stream.
	 * @param out the stream, needs no buffer of its own
	 */
	public CsvBytes(OutputStream out) {
		this.out = out;
	}

	/**
	 * The number of bytes written.
	 * @return all of them, handed on or not
	 */
	public long size() {
		return this.handedOn + this.length;
	}

	/**
	 * Add bytes as they are.
	 * @param bytes the bytes, fewer than the buffer holds
	 * @throws IOException if the stream takes no more
	 */
	public void raw(byte[] bytes) throws IOException {
		room(bytes.length);
		System.arraycopy(bytes, 0, this.buffer, this.length, bytes.length);
		this.length += bytes.length;
	}

	/**
	 * Add one ASCII character.
	 * @param character the character
	 * @throws IOException if the stream takes no more
	 */
	public void raw(char character) throws IOException {
		room(1);
		this.buffer[this.length++] = (byte) character;
	}

	/**
	 * Add a field, quoted only if it must be.
	 * @param text the field, empty for a blank one
	 * @throws IOException if the stream takes no more
	 */
	public void field(String text) throws IOException {
		if (needsQuotes(text)) {
			raw(('"' + text.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8));
		}
		else {
			raw(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	/**
	 * Add a whole number.
	 * @param number zero or more
	 * @throws IOException if the stream takes no more
	 */
	public void integer(long number) throws IOException {
		room(NUMBER_SPACE);
		this.length = digits(number);
	}

	/**
	 * Add an amount the way pandas renders a float: at least one decimal, no more than
	 * needed ({@code 29.0}, {@code 73.9}, {@code 157.123}).
	 * @param mills the amount in thousandths, zero or more
	 * @throws IOException if the stream takes no more
	 */
	public void amount(long mills) throws IOException {
		room(NUMBER_SPACE);
		this.length = digits(mills / 1000);
		int decimals = (int) (mills % 1000);
		this.buffer[this.length++] = '.';
		this.buffer[this.length++] = (byte) ('0' + decimals / 100);
		if (decimals % 100 != 0) {
			this.buffer[this.length++] = (byte) ('0' + decimals / 10 % 10);
			if (decimals % 10 != 0) {
				this.buffer[this.length++] = (byte) ('0' + decimals % 10);
			}
		}
	}

	@Override
	public void close() throws IOException {
		try (this.out) {
			handOn();
		}
	}

	private static boolean needsQuotes(String text) {
		for (int index = 0; index < text.length(); index++) {
			switch (text.charAt(index)) {
				case ',', '"', '\n', '\r' -> {
					return true;
				}
			}
		}
		return false;
	}

	private int digits(long number) {
		int end = this.length + 1;
		for (long rest = number; rest > 9; rest /= 10) {
			end++;
		}
		long rest = number;
		for (int index = end - 1; index >= this.length; index--) {
			this.buffer[index] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		return end;
	}

	private void room(int bytes) throws IOException {
		if (this.length + bytes > CAPACITY) {
			handOn();
		}
	}

	private void handOn() throws IOException {
		this.out.write(this.buffer, 0, this.length);
		this.handedOn += this.length;
		this.length = 0;
	}

}
