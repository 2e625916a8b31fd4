package io.planstream.model.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

import io.planstream.model.inspect.InspectionException.Code;

/**
 * What comes out of a compressed file, up to a limit: a small file that is made to unpack
 * to more than any disk holds is stopped early. Damage is told with its place, and an
 * entry of an archive is held to the checksum and size that the archive states, which the
 * platform's own streams do not do.
 */
final class UnpackedStream extends FilterInputStream {

	/**
	 * How many bytes may come of one. Real CSV yields 10 to 30, rows that repeat 200,
	 * content made to overwhelm a reader about 1,000.
	 */
	static final long MAX_RATIO = 500;

	/** Below this much no ratio is looked at. */
	static final long ALWAYS_ALLOWED = 16L << 20;

	/** The most, whatever the ratio: thirty times the largest file of the data set. */
	static final long MAX_BYTES = 64L << 30;

	private final long limit;

	/** Negative if the file does not say. */
	private final long statedSize;

	private final long statedCrc;

	private final CRC32 crc = new CRC32();

	private long count;

	UnpackedStream(InputStream in, long limit, long statedSize, long statedCrc) {
		super(in);
		this.limit = limit;
		this.statedSize = statedSize;
		this.statedCrc = statedCrc;
	}

	static long limit(long packedBytes) {
		return Math.min(MAX_BYTES, Math.max(ALWAYS_ALLOWED, packedBytes * MAX_RATIO));
	}

	static ContentException tooLarge(long limit) {
		return new ContentException(Code.UNPACKS_TOO_LARGE,
				"unpacks to more than " + limit + " bytes, far more than its size lets expect of a CSV file",
				"If you trust it, unpack it yourself and name the CSV file.");
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = readOrTellWhere(bytes, offset, length);
		if (read < 0) {
			checkWhole();
			return read;
		}
		this.count += read;
		if (this.count > this.limit) {
			throw tooLarge(this.limit);
		}
		this.crc.update(bytes, offset, read);
		return read;
	}

	/** Reads what it passes over: a checksum leaves nothing out. */
	@Override
	public long skip(long bytes) throws IOException {
		byte[] passed = new byte[(int) Math.min(1 << 16, Math.max(bytes, 0))];
		long left = bytes;
		while (left > 0) {
			int read = read(passed, 0, (int) Math.min(passed.length, left));
			if (read < 0) {
				break;
			}
			left -= read;
		}
		return bytes - Math.max(left, 0);
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private int readOrTellWhere(byte[] bytes, int offset, int length) throws IOException {
		try {
			return super.read(bytes, offset, length);
		}
		catch (IOException ex) {
			throw damaged("is damaged or incomplete: it breaks off after " + this.count + " bytes of content ("
					+ ex.getMessage() + ")");
		}
	}

	private void checkWhole() throws IOException {
		if (this.statedSize >= 0 && this.count != this.statedSize) {
			throw damaged("is damaged: it holds " + this.count + " bytes, its archive states " + this.statedSize);
		}
		if (this.statedCrc >= 0 && this.crc.getValue() != this.statedCrc) {
			throw damaged("is damaged: its content does not have the checksum that its archive states");
		}
	}

	private static ContentException damaged(String message) {
		return new ContentException(Code.DAMAGED_ARCHIVE, message, "Download it again.");
	}

}
