package io.planstream.model.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;

import io.planstream.model.csv.Flaw;
import io.planstream.model.csv.RecordBlock;
import io.planstream.model.csv.RecordReader;
import io.planstream.model.dataset.Layout;
import io.planstream.model.inspect.InspectionException.Code;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * Reads a source file once, from end to end: its hash, rows, years and slices.
 */
final class FileScan {

	private static final int BLOCK_BYTES = 256 * 1024;

	private static final long SMALLEST_SLICE = 1 << 20;

	/** So that small files too are read by several workers. */
	private static final int SLICES_WANTED = 8;

	private static final int MAX_UNCLOSED_QUOTES = 1000;

	private final Place place;

	private final Layout layout;

	private final long maxSliceBytes;

	private final LongConsumer bytesRead;

	private final List<SliceRange> slices = new ArrayList<>();

	private long rows;

	private int unclosedQuotes;

	private long sliceStart;

	private long sliceStartLine;

	private long sliceRows;

	FileScan(Place place, Layout layout, long maxSliceBytes, LongConsumer bytesRead) {
		this.place = place;
		this.layout = layout;
		this.maxSliceBytes = maxSliceBytes;
		this.bytesRead = bytesRead;
	}

	SourceFile scan() throws IOException {
		long size = Files.size(this.place.path());
		Instant modified = Files.getLastModifiedTime(this.place.path()).toInstant();
		YearColumn years = new YearColumn(this.layout);
		HashingStream in = new HashingStream(this.place.open(0));
		try (in) {
			scanRecords(in, sliceBytes(size), years);
		}
		refuseChanged(size, modified);
		return new SourceFile(0, this.layout, this.place, size, modified, in.hash(), this.rows, years.years(),
				List.copyOf(this.slices));
	}

	private void refuseChanged(long size, Instant modified) throws IOException {
		Path path = this.place.path();
		if (Files.size(path) != size || !Files.getLastModifiedTime(path).toInstant().equals(modified)) {
			throw new ContentException(Code.CHANGED_FILE, "changed while it was read",
					"Wait until it is written completely, then try again.");
		}
	}

	/**
	 * To find that a quote is never closed takes a look at a whole megabyte, so a file
	 * made of such lines would take hours.
	 */
	private void refuseTornQuotes(RecordBlock block) throws IOException {
		for (int record = 0; record < block.count(); record++) {
			if (block.flaw(record) == Flaw.UNCLOSED_QUOTE && ++this.unclosedQuotes > MAX_UNCLOSED_QUOTES) {
				throw new ContentException(Code.NOT_CSV,
						"has more than " + MAX_UNCLOSED_QUOTES + " quotes that are never closed, the latest in line "
								+ block.line(record),
						"Check how its fields are quoted; quotes inside of fields are written twice.");
			}
		}
	}

	private long sliceBytes(long size) {
		if (this.place.compressed()) {
			return Long.MAX_VALUE;
		}
		return Math.min(this.maxSliceBytes, Math.max(SMALLEST_SLICE, size / SLICES_WANTED)) - BLOCK_BYTES;
	}

	private void scanRecords(InputStream in, long sliceBytes, YearColumn years) throws IOException {
		HeaderRecord header = HeaderRecord.read(in);
		this.sliceStart = header.endByte();
		this.sliceStartLine = header.endLine();
		RecordBlock block = new RecordBlock();
		try (RecordReader reader = header.recordsAfter(in)) {
			while (reader.read(block, BLOCK_BYTES)) {
				refuseTornQuotes(block);
				years.look(block);
				this.rows += block.count();
				this.sliceRows += block.count();
				if (block.endByte() - this.sliceStart >= sliceBytes) {
					endSlice(reader, block);
				}
				this.bytesRead.accept(block.endByte());
			}
			if (this.sliceRows > 0) {
				endSlice(reader, block);
			}
		}
	}

	private void endSlice(RecordReader reader, RecordBlock block) {
		String checksum = HexFormat.of().toHexDigits((int) reader.checksum());
		this.slices
			.add(new SliceRange(this.sliceStart, block.endByte(), this.sliceStartLine, this.sliceRows, checksum));
		this.sliceStart = block.endByte();
		this.sliceStartLine = block.endLine();
		this.sliceRows = 0;
		reader.restartChecksum();
	}

}
