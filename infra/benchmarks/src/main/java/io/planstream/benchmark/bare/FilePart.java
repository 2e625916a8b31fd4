package io.planstream.benchmark.bare;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file without quoted line breaks, read by one of several threads.
 *
 * @param file the file
 * @param begin its first byte, at the beginning of a line
 * @param end the byte after its last line
 */
record FilePart(Path file, long begin, long end) {

	/** Cuts the lines below the header. */
	static List<FilePart> cut(Path file, int count) throws IOException {
		long size = Files.size(file);
		List<FilePart> parts = new ArrayList<>();
		long begin = lineAfter(file, 0);
		for (int part = 1; part <= count; part++) {
			long end = (part == count) ? size : lineAfter(file, begin + (size - begin) / (count - part + 1));
			parts.add(new FilePart(file, begin, end));
			begin = end;
		}
		return parts;
	}

	private static long lineAfter(Path file, long position) throws IOException {
		try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
			content.seek(position);
			int next = content.read();
			while (next >= 0 && next != '\n') {
				next = content.read();
			}
			return content.getFilePointer();
		}
	}

	@SuppressWarnings("resource") // closing the stream closes the channel
	InputStream open() throws IOException {
		var channel = Files.newByteChannel(this.file);
		channel.position(this.begin);
		return new Bounded(Channels.newInputStream(channel), this.end - this.begin);
	}

	private static final class Bounded extends FilterInputStream {

		private long left;

		Bounded(InputStream in, long left) {
			super(in);
			this.left = left;
		}

		@Override
		public int read() throws IOException {
			throw new IOException("Whole buffers are read");
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (this.left == 0) {
				return -1;
			}
			int read = super.read(bytes, offset, (int) Math.min(length, this.left));
			this.left -= Math.max(0, read);
			return read;
		}

	}

}
