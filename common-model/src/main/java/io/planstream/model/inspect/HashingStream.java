package io.planstream.model.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads ahead and hashes in a thread of its own what is read from here: to hash a large
 * file takes as long as to find its records. For one thread.
 */
final class HashingStream extends InputStream {

	private static final int CHUNK_BYTES = 256 * 1024;

	private static final int CHUNKS = 4;

	private final InputStream in;

	private final MessageDigest digest = sha256();

	private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(CHUNKS);

	private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);

	private final Thread thread = new Thread(this::readAhead, "inspection-hash");

	/** Null before the first. */
	private Chunk current;

	private int position;

	/**
	 * Begins to read.
	 * @param in what to read, closed with this
	 */
	HashingStream(InputStream in) {
		this.in = in;
		for (int i = 0; i < CHUNKS; i++) {
			this.free.add(new Chunk());
		}
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void readAhead() {
		try {
			Chunk chunk;
			do {
				chunk = this.free.take();
				fill(chunk);
				this.full.add(chunk);
			}
			while (!chunk.last);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void fill(Chunk chunk) {
		try {
			chunk.length = this.in.readNBytes(chunk.bytes, 0, CHUNK_BYTES);
			chunk.last = chunk.length < CHUNK_BYTES;
			this.digest.update(chunk.bytes, 0, chunk.length);
		}
		catch (IOException | RuntimeException ex) {
			chunk.failure = ex;
			chunk.last = true;
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (this.current == null || this.position == this.current.length) {
			if (this.current != null && this.current.last) {
				return -1;
			}
			takeNext();
		}
		int count = Math.min(length, this.current.length - this.position);
		System.arraycopy(this.current.bytes, this.position, bytes, offset, count);
		this.position += count;
		return count;
	}

	private void takeNext() throws IOException {
		try {
			if (this.current != null) {
				this.free.add(this.current);
			}
			this.current = this.full.take();
			this.position = 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while reading");
		}
		this.current.throwFailure();
	}

	/**
	 * The hash of everything, once everything is read.
	 * @return SHA-256 in hexadecimal digits
	 */
	String hash() {
		if (this.current == null || !this.current.last) {
			throw new IllegalStateException("Not read to its end");
		}
		return HexFormat.of().formatHex(this.digest.digest());
	}

	@Override
	public void close() throws IOException {
		this.thread.interrupt();
		boolean interrupted = Thread.interrupted();
		while (this.thread.isAlive()) {
			try {
				this.thread.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		this.in.close();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** Belongs to one of the two threads at a time. */
	private static final class Chunk {

		private final byte[] bytes = new byte[CHUNK_BYTES];

		private int length;

		/** Nothing comes behind it. */
		private boolean last;

		/** Why nothing does. */
		private Exception failure;

		void throwFailure() throws IOException {
			if (this.failure instanceof IOException ex) {
				throw ex;
			}
			if (this.failure instanceof RuntimeException ex) {
				throw ex;
			}
		}

	}

}
