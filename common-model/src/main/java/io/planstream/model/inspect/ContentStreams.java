package io.planstream.model.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.planstream.model.inspect.InspectionException.Code;
import io.planstream.model.inspect.SourceFile.Place;

/**
 * Opens plain, gzip and zipped files alike.
 */
final class ContentStreams {

	private static final int BUFFER = 1 << 16;

	private ContentStreams() {
	}

	static InputStream open(Place place, long startByte) throws IOException {
		if (place.entry() != null) {
			return skipped(entry(place), startByte);
		}
		if (place.compressed()) {
			return skipped(gzip(place), startByte);
		}
		FileChannel channel = FileChannel.open(place.path());
		return Channels.newInputStream(channel.position(startByte));
	}

	private static InputStream gzip(Place place) throws IOException {
		InputStream file = Files.newInputStream(place.path());
		try {
			long size = Files.size(place.path());
			if (size == 0) {
				throw new ContentException(Code.EMPTY_FILE, "is empty", "Download it again.");
			}
			return new UnpackedStream(new WholeGzip(file), UnpackedStream.limit(size), -1, -1);
		}
		catch (IOException ex) {
			file.close();
			throw ex;
		}
	}

	private static InputStream entry(Place place) throws IOException {
		ZipFile zip = Archive.open(place.path());
		try {
			ZipEntry entry = zip.getEntry(place.entry());
			if (entry == null) {
				throw new NoSuchFileException(place.toString());
			}
			long limit = UnpackedStream.limit(Files.size(place.path()));
			InputStream content = new UnpackedStream(zip.getInputStream(entry), limit, entry.getSize(), entry.getCrc());
			return new EntryStream(zip, content);
		}
		catch (IOException | RuntimeException ex) {
			zip.close();
			throw ex;
		}
	}

	private static InputStream skipped(InputStream in, long bytes) throws IOException {
		try {
			in.skipNBytes(bytes);
			return in;
		}
		catch (IOException ex) {
			in.close();
			throw ex;
		}
	}

	/**
	 * The platform's stream takes what follows a member and is none for the end, and so a
	 * file that was cut in the first bytes of a later member for a whole one.
	 */
	private static final class WholeGzip extends GZIPInputStream {

		private static final int TRAILER_BYTES = 8;

		WholeGzip(InputStream in) throws IOException {
			super(in, BUFFER);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			if (read < 0 && (this.inf.getRemaining() > TRAILER_BYTES || this.in.available() > 0)) {
				throw new ZipException("what follows is no gzip");
			}
			return read;
		}

	}

	/** Closes the archive with the entry. */
	private static final class EntryStream extends FilterInputStream {

		private final ZipFile zip;

		EntryStream(ZipFile zip, InputStream in) {
			super(in);
			this.zip = zip;
		}

		@Override
		public void close() throws IOException {
			super.close();
			this.zip.close();
		}

	}

}
