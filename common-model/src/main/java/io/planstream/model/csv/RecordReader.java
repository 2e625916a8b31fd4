package io.planstream.model.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds the records of a CSV file in a stream of bytes, in blocks, from any record's
 * first byte on. What it finds depends on the bytes alone, so that readers of
 * neighbouring slices together find exactly what one reader of the whole file finds.
 * <p>
 * The grammar is RFC 4180 as FastCSV reads it: a quote opens a quoted field only at the
 * field's start, a quoted field holds commas, line breaks and doubled quotes, LF, CRLF
 * and CR end a record, blank lines are no records. What that grammar leaves open has a
 * rule that keeps the damage to the record itself, which is marked with a {@link Flaw}:
 * text after a closing quote runs to the next comma or line break; a quote that is not
 * closed within {@link #MAX_RECORD_BYTES} or before the end costs one physical line, not
 * the rest of the file; a physical line beyond that length is one record of which only
 * the beginning is kept.
 * <p>
 * Memory is bounded by the block size and twice the longest record. For one thread.
 */
public final class RecordReader implements Closeable {

	/** The longest record, line ending included. */
	public static final int MAX_RECORD_BYTES = 1 << 20;

	/**
	 * The most records of a block, as many as there are rates in two and a half
	 * megabytes; as many bytes of lines of one letter would be a million rejects at once.
	 */
	static final int MAX_RECORDS = 16384;

	private static final int INCOMPLETE = -1;

	private static final long QUOTES = EightBytes.each('"');

	private static final long FEEDS = EightBytes.each('\n');

	private static final long RETURNS = EightBytes.each('\r');

	private final InputStream in;

	private final int maxRecordBytes;

	private final long endByte;

	private byte[] carried = new byte[0];

	/** Offset of the first carried byte. */
	private long position;

	private long line;

	private boolean exhausted;

	/** Set by the scan of the latest record. */
	private boolean misplacedQuote;

	/** Set by the scan of the latest record: it may hold line breaks. */
	private boolean quoted;

	private RecordBlock.Checksum checksum = new RecordBlock.Checksum();

	/**
	 * A reader of a part of a file.
	 * @param in the uncompressed content from {@code startByte} on; closed with the
	 * reader
	 * @param startByte where a record begins
	 * @param endByte where a record ends, or {@link Long#MAX_VALUE} for the end of the
	 * content
	 * @param startLine the line of the first record
	 */
	public RecordReader(InputStream in, long startByte, long endByte, long startLine) {
		this(in, startByte, endByte, startLine, MAX_RECORD_BYTES);
	}

	RecordReader(InputStream in, long startByte, long endByte, long startLine, int maxRecordBytes) {
		this.maxRecordBytes = maxRecordBytes;
		this.in = in;
		this.position = startByte;
		this.endByte = endByte;
		this.line = startLine;
	}

	/**
	 * Reads the next records.
	 * @param block is filled; what it held before is gone
	 * @param targetBytes how many bytes to take, about; at least one record is taken, and
	 * some thousand at the most
	 * @return whether bytes were read; false at the end
	 * @throws IOException if the stream fails
	 */
	public boolean read(RecordBlock block, int targetBytes) throws IOException {
		block.clear(this.position, this.line);
		ensureCapacity(block, Math.max(targetBytes, this.carried.length));
		System.arraycopy(this.carried, 0, block.bytes, 0, this.carried.length);
		int filled = fill(block, this.carried.length);
		int taken = takeRecords(block, filled);
		while (taken == 0 && filled > 0) {
			ensureCapacity(block, Math.min(Math.max(this.maxRecordBytes, filled), filled * 2));
			filled = fill(block, filled);
			taken = takeRecords(block, filled);
		}
		this.checksum.update(block.bytes, 0, taken);
		this.carried = Arrays.copyOfRange(block.bytes, taken, filled);
		this.position += taken;
		if (block.count() > 0 && block.flaw(block.count() - 1) == Flaw.RECORD_TOO_LONG) {
			finishOversize(block);
		}
		block.end(this.position, this.line);
		return taken > 0;
	}

	/**
	 * Checksum (CRC-32C) of all bytes read so far as blocks.
	 * @return its value
	 */
	public long checksum() {
		return this.checksum.value();
	}

	/**
	 * Lets the checksum begin anew with the next block.
	 */
	public void restartChecksum() {
		this.checksum = new RecordBlock.Checksum();
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

	private static void ensureCapacity(RecordBlock block, int capacity) {
		if (block.bytes.length < capacity) {
			block.bytes = Arrays.copyOf(block.bytes, capacity);
		}
	}

	private int fill(RecordBlock block, int from) throws IOException {
		int filled = from;
		long left = this.endByte - this.position - filled;
		while (filled < block.bytes.length && !this.exhausted) {
			int wanted = (int) Math.min(block.bytes.length - filled, left);
			int read = (wanted == 0) ? -1 : this.in.read(block.bytes, filled, wanted);
			if (read < 0) {
				this.exhausted = true;
			}
			else {
				filled += read;
				left -= read;
			}
		}
		return filled;
	}

	private int takeRecords(RecordBlock block, int filled) {
		byte[] bytes = block.bytes;
		int start = 0;
		while (start < filled) {
			int limit = Math.min(filled, start + this.maxRecordBytes);
			boolean last = this.exhausted || limit < filled || limit == start + this.maxRecordBytes;
			int end = recordEnd(bytes, start, limit, last);
			if (end > 0) {
				takeRecord(block, start, end);
			}
			else if (!last) {
				return start;
			}
			else {
				end = takeFlawed(block, start, limit);
			}
			start = end;
			if (isFull(block)) {
				return start;
			}
		}
		return start;
	}

	private static boolean isFull(RecordBlock block) {
		int count = block.count();
		return count == MAX_RECORDS || count > 0 && endsBlock(block.flaw(count - 1));
	}

	/**
	 * The rest of an oversized record is passed over next. To find that a quote is not
	 * closed takes a look at all that a record may be: the caller hears of each one, and
	 * can stop, before the next is looked for.
	 */
	private static boolean endsBlock(Flaw flaw) {
		return flaw == Flaw.RECORD_TOO_LONG || flaw == Flaw.UNCLOSED_QUOTE;
	}

	private void takeRecord(RecordBlock block, int start, int end) {
		byte first = block.bytes[start];
		if (first != '\n' && first != '\r') {
			block.add(start, end, this.line, this.misplacedQuote ? Flaw.MISPLACED_QUOTE : null);
		}
		this.line += this.quoted ? linesEnding(block.bytes, start, end) : endsLine(block.bytes, end) ? 1 : 0;
	}

	private int takeFlawed(RecordBlock block, int start, int limit) {
		int end = lineEnd(block.bytes, start, limit);
		boolean cut = end == limit && limit - start == this.maxRecordBytes && !endsLine(block.bytes, end);
		if (cut) {
			block.addOversize(start, end, this.line, end - start);
			return end;
		}
		block.add(start, end, this.line, Flaw.UNCLOSED_QUOTE);
		this.line += linesEnding(block.bytes, start, end);
		return end;
	}

	/** Passes over the rest of a line that is longer than any record may be. */
	private void finishOversize(RecordBlock block) throws IOException {
		long length = block.length(block.count() - 1);
		byte[] rest = this.carried;
		int content = contentEnd(rest);
		while (content == rest.length && !this.exhausted) {
			pass(rest, content);
			length += content;
			rest = refill(new byte[0]);
			content = contentEnd(rest);
		}
		if (content + 1 == rest.length && rest[content] == '\r') {
			rest = refill(rest);
		}
		int end = lineEnd(rest, content, rest.length);
		pass(rest, end);
		this.line += (end > content) ? 1 : 0;
		this.carried = Arrays.copyOfRange(rest, end, rest.length);
		block.oversizeLength(length + content);
	}

	private void pass(byte[] bytes, int count) {
		this.checksum.update(bytes, 0, count);
		this.position += count;
	}

	private static int contentEnd(byte[] bytes) {
		int end = 0;
		while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
			end++;
		}
		return end;
	}

	private byte[] refill(byte[] kept) throws IOException {
		long left = this.endByte - this.position - kept.length;
		int wanted = (int) Math.min(1 << 16, left);
		byte[] next = Arrays.copyOf(kept, kept.length + wanted);
		int read = (wanted == 0) ? -1 : this.in.read(next, kept.length, wanted);
		this.exhausted |= read < 0;
		return Arrays.copyOf(next, kept.length + Math.max(read, 0));
	}

	/**
	 * The end of the record that begins at {@code start}, its line ending included.
	 * @return an index, or {@link #INCOMPLETE} when the limit comes first
	 */
	private int recordEnd(byte[] bytes, int start, int limit, boolean last) {
		this.misplacedQuote = false;
		this.quoted = false;
		int i = markFrom(bytes, start, limit);
		while (i < limit) {
			byte found = bytes[i++];
			if (found == '\n') {
				return i;
			}
			if (found == '\r') {
				return lineBreakEnd(bytes, i, limit, last);
			}
			if (i - 1 == start || bytes[i - 2] == ',') {
				i = quotedFieldEnd(bytes, i, limit);
				if (i < 0) {
					return INCOMPLETE;
				}
			}
			i = markFrom(bytes, i, limit);
		}
		return (last && limit - start < this.maxRecordBytes) ? limit : INCOMPLETE;
	}

	/** The next byte that may matter to where a record ends: a line break or a quote. */
	private static int markFrom(byte[] bytes, int from, int limit) {
		int i = from;
		for (; i + Long.BYTES <= limit; i += Long.BYTES) {
			long eight = EightBytes.at(bytes, i);
			long found = EightBytes.find(eight, QUOTES) | EightBytes.find(eight, FEEDS)
					| EightBytes.find(eight, RETURNS);
			if (found != 0) {
				return i + EightBytes.first(found);
			}
		}
		while (i < limit && bytes[i] != '"' && bytes[i] != '\n' && bytes[i] != '\r') {
			i++;
		}
		return i;
	}

	private static int lineBreakEnd(byte[] bytes, int afterReturn, int limit, boolean last) {
		if (afterReturn < limit) {
			return (bytes[afterReturn] == '\n') ? afterReturn + 1 : afterReturn;
		}
		return last ? afterReturn : INCOMPLETE;
	}

	private static int fieldEnd(byte[] bytes, int from, int limit) {
		int i = from;
		while (i < limit) {
			byte b = bytes[i];
			if (b <= ',' && (b == ',' || b == '\n' || b == '\r')) {
				return i;
			}
			i++;
		}
		return limit;
	}

	/**
	 * From after the opening quote to the separator or line break behind the closing one.
	 */
	private int quotedFieldEnd(byte[] bytes, int from, int limit) {
		this.quoted = true;
		int i = from;
		while (true) {
			i = EightBytes.indexOf(bytes, i, limit, '"');
			if (i == limit) {
				return INCOMPLETE;
			}
			i++;
			if (i == limit || bytes[i] == ',' || bytes[i] == '\n' || bytes[i] == '\r') {
				return i;
			}
			if (bytes[i] != '"') {
				this.misplacedQuote = true;
				return fieldEnd(bytes, i, limit);
			}
			i++;
		}
	}

	private static int lineEnd(byte[] bytes, int start, int limit) {
		int i = start;
		while (i < limit) {
			byte b = bytes[i++];
			if (b == '\n') {
				return i;
			}
			if (b == '\r') {
				return (i < limit && bytes[i] == '\n') ? i + 1 : i;
			}
		}
		return limit;
	}

	private static boolean endsLine(byte[] bytes, int end) {
		return bytes[end - 1] == '\n' || bytes[end - 1] == '\r';
	}

	static int linesEnding(byte[] bytes, int start, int end) {
		int lines = 0;
		for (int i = start; i < end; i++) {
			byte b = bytes[i];
			if (b == '\n' || b == '\r' && (i + 1 == end || bytes[i + 1] != '\n')) {
				lines++;
			}
		}
		return lines;
	}

}
