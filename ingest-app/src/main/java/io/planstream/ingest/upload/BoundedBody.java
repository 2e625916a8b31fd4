package io.planstream.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;

/**
 * The body of a request, of which neither the size nor the time it takes is up to the
 * client: it may have so many bytes, and so many of them must arrive within each while,
 * so that nobody holds a thread for ever. Not thread-safe.
 */
public final class BoundedBody extends InputStream {

	static final Duration WHILE = Duration.ofSeconds(20);

	static final long BYTES_PER_WHILE = 20 * 1024;

	private final InputStream in;

	private final long limit;

	private final LongSupplier nanos;

	private long count;

	private long whileBegan;

	private long countThen;

	/**
	 * Bounds a body.
	 * @param in the body
	 * @param limit how many bytes it may have
	 */
	public BoundedBody(InputStream in, long limit) {
		this(in, limit, System::nanoTime);
	}

	BoundedBody(InputStream in, long limit, LongSupplier nanos) {
		this.in = in;
		this.limit = limit;
		this.nanos = nanos;
		this.whileBegan = nanos.getAsLong();
	}

	@Override
	public int read() {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	/**
	 * Reads.
	 * @throws RefusedException if it is too large or too slow, or breaks off
	 */
	@Override
	public int read(byte[] bytes, int offset, int length) {
		int read = readOrRefuse(bytes, offset, length);
		if (read > 0) {
			this.count += read;
			if (this.count > this.limit) {
				throw tooLarge(this.limit);
			}
			checkPace();
		}
		return read;
	}

	private int readOrRefuse(byte[] bytes, int offset, int length) {
		try {
			return this.in.read(bytes, offset, length);
		}
		catch (SocketTimeoutException ex) {
			throw tooSlow();
		}
		catch (IOException ex) {
			throw incomplete();
		}
	}

	private void checkPace() {
		long now = this.nanos.getAsLong();
		if (now - this.whileBegan >= WHILE.toNanos()) {
			if (this.count - this.countThen < BYTES_PER_WHILE) {
				throw tooSlow();
			}
			this.countThen = this.count;
			this.whileBegan = now;
		}
	}

	/**
	 * The refusal of a body that has, or says that it has, too many bytes.
	 * @param limit how many it may have
	 * @return the refusal
	 */
	public static RefusedException tooLarge(long limit) {
		return new RefusedException(Code.TOO_LARGE, "The request has more than " + limit + " bytes",
				"Send less; a larger file can be put into a data folder by hand.");
	}

	static RefusedException incomplete() {
		return new RefusedException(Code.INCOMPLETE_BODY, "The request ended before its body was complete",
				"Send it again.");
	}

	private static RefusedException tooSlow() {
		return new RefusedException(Code.TOO_SLOW,
				"Less than " + BYTES_PER_WHILE + " bytes arrived within " + WHILE.toSeconds() + " seconds",
				"Send it again over a faster connection.");
	}

}
