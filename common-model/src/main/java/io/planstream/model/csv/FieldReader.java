package io.planstream.model.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import io.planstream.model.dataset.Layout;

/**
 * Splits the records of a block into the fields a dataset reads, by FastCSV. The same
 * {@link Fields} is handed out for every record. For one thread.
 * <p>
 * Records are UTF-8. Quotes, dashes and blanks of Windows-1252 among it, as in the yearly
 * files of 2016, are read as Latin-1 reads them, which is what Kaggle did: a text then
 * holds control characters, and a data rule says what they stand for. Letters of
 * Windows-1252 and Latin-1 are not: nobody knows what another character set meant by
 * them.
 */
public final class FieldReader {

	private final Fields fields;

	private final CharsetDecoder strictUtf8 = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPORT)
		.onUnmappableCharacter(CodingErrorAction.REPORT);

	/** The text of each record of the block that holds Windows-1252 punctuation. */
	private final Map<Integer, String> withPunctuation = new HashMap<>();

	private RecordBlock block;

	private Iterator<Fields> records;

	private int next;

	/**
	 * A reader of one file's records.
	 * @param layout where the columns stand
	 */
	public FieldReader(Layout layout) {
		this.fields = new Fields(layout);
	}

	/**
	 * Begins with a block; the fields of its records are then taken one after the other.
	 * @param block whole records
	 */
	@SuppressWarnings("resource") // reads a string: there is nothing to close
	public void open(RecordBlock block) {
		this.block = block;
		this.next = 0;
		markIllegibleRecords();
		this.records = CsvReader.builder()
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.skipEmptyLines(true)
			.build(new Handler(this.fields), legibleText())
			.iterator();
	}

	/**
	 * The fields of the next record.
	 * @return the fields, valid until the next call, or null for a record that has a
	 * {@link RecordBlock#flaw(int) flaw}
	 */
	public Fields next() {
		int record = this.next++;
		if (this.block.flaw(record) != null) {
			return null;
		}
		if (!this.records.hasNext()) {
			throw new IllegalStateException(
					"The parser sees fewer records than the scanner in the block that ends at byte "
							+ this.block.endByte());
		}
		return this.records.next();
	}

	private void markIllegibleRecords() {
		this.withPunctuation.clear();
		if (isPlainAscii()) {
			return;
		}
		for (int record = 0; record < this.block.count(); record++) {
			if (this.block.flaw(record) == null) {
				this.block.flaw(record, illegible(record));
			}
		}
	}

	private Flaw illegible(int record) {
		if (!isAscii(record) && !decodes(record)) {
			return Flaw.NOT_UTF8;
		}
		return hasNul(record) ? Flaw.NUL_BYTE : null;
	}

	/**
	 * Looks at all bytes at once: mostly true, and faster than to ask record by record.
	 * The sign bit is set by a byte beyond ASCII, and by {@code (b - 1) & ~b} for a NUL.
	 */
	private boolean isPlainAscii() {
		int bits = 0;
		int end = (this.block.count() == 0) ? 0 : this.block.end(this.block.count() - 1);
		for (int i = 0; i < end; i++) {
			int b = this.block.bytes[i];
			bits |= b | ((b - 1) & ~b);
		}
		return bits >= 0;
	}

	private boolean hasNul(int record) {
		byte[] bytes = this.block.bytes;
		int end = this.block.end(record);
		for (int i = this.block.start(record); i < end; i++) {
			if (bytes[i] == 0) {
				return true;
			}
		}
		return false;
	}

	private boolean isAscii(int record) {
		byte[] bytes = this.block.bytes;
		int end = this.block.end(record);
		for (int i = this.block.start(record); i < end; i++) {
			if (bytes[i] < 0) {
				return false;
			}
		}
		return true;
	}

	/** In UTF-8 a byte from 0x80 to 0xBF continues a character: it never stands alone. */
	private boolean decodes(int record) {
		int start = this.block.start(record);
		ByteBuffer in = ByteBuffer.wrap(this.block.bytes, start, this.block.end(record) - start);
		CharBuffer out = CharBuffer.allocate(in.remaining());
		this.strictUtf8.reset();
		CoderResult result = this.strictUtf8.decode(in, out, true);
		boolean punctuation = false;
		while (result.isError()) {
			int alone = in.get() & 0xFF;
			if (alone < 0x80 || alone > 0xBF) {
				return false;
			}
			out.put((char) alone);
			punctuation = true;
			result = this.strictUtf8.decode(in, out, true);
		}
		if (punctuation) {
			this.withPunctuation.put(record, out.flip().toString());
		}
		return true;
	}

	private String legibleText() {
		int count = this.block.count();
		StringBuilder text = null;
		int start = 0;
		for (int record = 0; record < count; record++) {
			boolean flawed = this.block.flaw(record) != null;
			if (flawed || this.withPunctuation.containsKey(record)) {
				text = (text != null) ? text : new StringBuilder();
				text.append(decoded(start, this.block.start(record)));
				text.append(flawed ? "" : this.withPunctuation.get(record));
				start = this.block.end(record);
			}
		}
		int end = (count == 0) ? 0 : this.block.end(count - 1);
		String rest = decoded(Math.min(start, end), end);
		return (text != null) ? text.append(rest).toString() : rest;
	}

	private String decoded(int start, int end) {
		return new String(this.block.bytes, start, end - start, StandardCharsets.UTF_8);
	}

	/** Hands the parser's fields on without making strings of them. */
	private static final class Handler extends AbstractBaseCsvCallbackHandler<Fields> {

		private final Fields fields;

		Handler(Fields fields) {
			this.fields = fields;
		}

		@Override
		protected void handleBegin(long startingLineNumber) {
			this.fields.begin();
		}

		@Override
		protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
			this.fields.add(fieldIdx, buf, offset, len);
		}

		@Override
		protected Fields buildRecord() {
			return this.fields;
		}

	}

}
