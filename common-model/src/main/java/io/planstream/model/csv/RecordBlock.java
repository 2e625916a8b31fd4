package io.planstream.model.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Whole records that follow each other in a file, with the place of each. Filled again
 * and again by a {@link RecordReader}; for one thread.
 */
public final class RecordBlock {

	byte[] bytes;

	private int[] starts = new int[1024];

	private int[] ends = new int[1024];

	private int[] lines = new int[1024];

	private Flaw[] flaws = new Flaw[1024];

	private int count;

	private long startLine;

	private long startByte;

	private long endByte;

	private long endLine;

	private long oversize;

	/**
	 * An empty block.
	 */
	public RecordBlock() {
		this.bytes = new byte[0];
	}

	void clear(long startByte, long line) {
		this.count = 0;
		this.startByte = startByte;
		this.startLine = line;
		this.oversize = 0;
	}

	void add(int start, int end, long line, Flaw flaw) {
		if (this.count == this.starts.length) {
			grow();
		}
		this.starts[this.count] = start;
		this.ends[this.count] = end;
		this.lines[this.count] = (int) (line - this.startLine);
		this.flaws[this.count] = flaw;
		this.count++;
	}

	void addOversize(int start, int end, long line, long length) {
		add(start, end, line, Flaw.RECORD_TOO_LONG);
		this.oversize = length;
	}

	void oversizeLength(long length) {
		this.oversize = length;
	}

	void end(long endByte, long endLine) {
		this.endByte = endByte;
		this.endLine = endLine;
	}

	private void grow() {
		int size = this.starts.length * 2;
		this.starts = Arrays.copyOf(this.starts, size);
		this.ends = Arrays.copyOf(this.ends, size);
		this.lines = Arrays.copyOf(this.lines, size);
		this.flaws = Arrays.copyOf(this.flaws, size);
	}

	/**
	 * How many records the block holds; blank lines are no records.
	 * @return the count
	 */
	public int count() {
		return this.count;
	}

	/**
	 * Where reading goes on after the block.
	 * @return offset in the uncompressed content
	 */
	public long endByte() {
		return this.endByte;
	}

	/**
	 * The line at {@link #endByte()}.
	 * @return line number, the file's first line being 1
	 */
	public long endLine() {
		return this.endLine;
	}

	/**
	 * The line a record begins in.
	 * @param record index in the block
	 * @return line number, the file's first line being 1
	 */
	public long line(int record) {
		return this.startLine + this.lines[record];
	}

	/**
	 * Where the content goes on behind a record.
	 * @param record index in the block
	 * @return offset in the uncompressed content
	 */
	public long endByte(int record) {
		return this.startByte + this.ends[record];
	}

	/**
	 * The line behind a record.
	 * @param record index in the block
	 * @return line number, the file's first line being 1
	 */
	public long endLine(int record) {
		return line(record) + RecordReader.linesEnding(this.bytes, this.starts[record], this.ends[record]);
	}

	/**
	 * Why a record cannot be parsed.
	 * @param record index in the block
	 * @return the flaw, or null for a record that can
	 */
	public Flaw flaw(int record) {
		return this.flaws[record];
	}

	/**
	 * The bytes of a record as text, for people: bytes that are no UTF-8 become the
	 * replacement character.
	 * @param record index in the block
	 * @param limit how many bytes at the most
	 * @return the text without its line ending
	 */
	public String text(int record, int limit) {
		int end = contentEnd(record);
		int start = this.starts[record];
		return new String(this.bytes, start, Math.min(end - start, limit), StandardCharsets.UTF_8);
	}

	/**
	 * The bytes of a record.
	 * @param record index in the block
	 * @return a copy without the line ending; of an oversized record, what was kept of it
	 */
	public byte[] content(int record) {
		return Arrays.copyOfRange(this.bytes, this.starts[record], contentEnd(record));
	}

	/**
	 * How long a record is.
	 * @param record index in the block
	 * @return bytes without the line ending
	 */
	public long length(int record) {
		return (this.flaws[record] == Flaw.RECORD_TOO_LONG) ? this.oversize : contentEnd(record) - this.starts[record];
	}

	/**
	 * The bytes the records lie in, shared and not to be changed.
	 * @return an array of which {@link #start} and {@link #contentEnd} name parts
	 */
	public byte[] array() {
		return this.bytes;
	}

	/**
	 * Where a record begins in the array.
	 * @param record index in the block
	 * @return index of its first byte
	 */
	public int start(int record) {
		return this.starts[record];
	}

	/**
	 * Where a record ends in the array.
	 * @param record index in the block
	 * @return index after its last byte, the line ending not counted
	 */
	public int contentEnd(int record) {
		int end = this.ends[record];
		while (end > this.starts[record] && (this.bytes[end - 1] == '\n' || this.bytes[end - 1] == '\r')) {
			end--;
		}
		return end;
	}

	int end(int record) {
		return this.ends[record];
	}

	void flaw(int record, Flaw flaw) {
		this.flaws[record] = flaw;
	}

	/**
	 * A running checksum over the bytes that a reader passed, blank lines included.
	 */
	static final class Checksum {

		private final CRC32C crc = new CRC32C();

		void update(byte[] bytes, int offset, int length) {
			this.crc.update(bytes, offset, length);
		}

		long value() {
			return this.crc.getValue();
		}

	}

}
