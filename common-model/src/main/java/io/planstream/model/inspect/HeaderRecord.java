package io.planstream.model.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import io.planstream.model.csv.Problem;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Header;

/**
 * The first record of a file, after a byte order mark if there is one.
 *
 * @param header the names in it; empty for a file without a record
 * @param endByte offset of the first data record
 * @param endLine line of the first data record
 * @param behind bytes that were read beyond the header
 * @param broken why it cannot be the header of a CSV file, or null
 */
record HeaderRecord(Header header, long endByte, long endLine, byte[] behind, String broken) {

	/** Enough for the longest header known (176 columns, 5 KB) many times over. */
	private static final int LOOKED_AT = 256 * 1024;

	private static final String NUL = "It holds NUL bytes, which text in UTF-8 does not (text in UTF-16 does)";

	static HeaderRecord read(InputStream in) throws IOException {
		byte[] begin = in.readNBytes(LOOKED_AT);
		int mark = hasByteOrderMark(begin) ? 3 : 0;
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = new RecordReader(new ByteArrayInputStream(begin, mark, begin.length - mark), mark,
				begin.length, 1)) {
			reader.read(block, LOOKED_AT);
		}
		if (block.count() == 0 || block.flaw(0) != null) {
			return new HeaderRecord(new Header(List.of()), begin.length, 1, new byte[0], broken(begin, block));
		}
		int end = (int) block.endByte(0);
		if (end == LOOKED_AT) {
			return new HeaderRecord(new Header(List.of()), end, 1, new byte[0],
					"It is longer than " + LOOKED_AT + " bytes");
		}
		try {
			return new HeaderRecord(new Header(names(block.text(0, LOOKED_AT))), end, block.endLine(0),
					Arrays.copyOfRange(begin, end, begin.length), holdsNul(begin, end) ? NUL : null);
		}
		catch (CsvParseException ex) {
			return new HeaderRecord(new Header(List.of()), end, 1, new byte[0], ex.getMessage());
		}
	}

	/**
	 * The data records: those that were read with the header, then the rest of the
	 * stream.
	 */
	RecordReader recordsAfter(InputStream rest) {
		InputStream all = new SequenceInputStream(new ByteArrayInputStream(this.behind), rest);
		return new RecordReader(all, this.endByte, Long.MAX_VALUE, this.endLine);
	}

	private static List<String> names(String record) {
		return CsvReader.builder().ofSingleCsvRecord(record).getFields();
	}

	private static boolean hasByteOrderMark(byte[] begin) {
		return begin.length >= 3 && new String(begin, 0, 3, StandardCharsets.UTF_8).equals("\uFEFF");
	}

	private static String broken(byte[] begin, RecordBlock block) {
		if (holdsNul(begin, begin.length)) {
			return NUL;
		}
		return (block.count() == 0) ? null : Problem.of(block.flaw(0)).message();
	}

	private static boolean holdsNul(byte[] begin, int end) {
		for (int i = 0; i < end; i++) {
			if (begin[i] == 0) {
				return true;
			}
		}
		return false;
	}

}
