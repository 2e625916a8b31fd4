package io.planstream.ingest.attempt;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.CRC32C;

import io.planstream.model.inspect.SliceRange;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * Checksums of slices, CRC-32C as eight hexadecimal digits.
 */
final class SliceChecksum {

	private SliceChecksum() {
	}

	static String text(long value) {
		return HexFormat.of().toHexDigits((int) value);
	}

	/**
	 * Reads a slice once more, for one that was resumed in its middle.
	 */
	static String of(Place place, SliceRange range) throws IOException {
		CRC32C checksum = new CRC32C();
		byte[] buffer = new byte[1 << 16];
		long left = range.endByte() - range.startByte();
		try (InputStream in = place.open(range.startByte())) {
			int read = 0;
			while (left > 0 && read >= 0) {
				read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
				if (read > 0) {
					checksum.update(buffer, 0, read);
					left -= read;
				}
			}
		}
		return text(checksum.getValue());
	}

}
