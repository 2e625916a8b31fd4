package io.planstream.ingest.upload;

import java.io.IOException;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;

/**
 * Disk space for files that are on their way. What they have still to write counts as
 * taken, so that files which fit alone but not together are refused before they come.
 * Thread-safe.
 */
final class Space {

	/** What a file of unknown length is promised at a time. */
	static final long STEP = 64L << 20;

	private static final String TOO_LITTLE = "There is not enough space on the disk for uploaded files";

	private static final String ELSEWHERE = "set planstream.data.uploads to a folder on another disk.";

	private final Free free;

	/** To all together, and not written yet. */
	private long promised;

	Space(Free free) {
		this.free = free;
	}

	/**
	 * Promises space to a file.
	 * @param stated how many bytes it has, or -1 if that is not known
	 * @throws RefusedException if there is less
	 */
	Claim claim(long stated) throws IOException {
		Claim claim = new Claim();
		claim.promise((stated >= 0) ? stated : STEP);
		return claim;
	}

	/** The refusal of a file for which nothing is left. */
	static RefusedException full() {
		return new RefusedException(Code.NO_SPACE, TOO_LITTLE, "Delete some, or " + ELSEWHERE);
	}

	private static RefusedException promisedToOthers() {
		return new RefusedException(Code.NO_SPACE, TOO_LITTLE + " beside those that are on their way",
				"Try again when they are complete, delete some, or " + ELSEWHERE);
	}

	/**
	 * How many bytes uploads may take of the disk now.
	 */
	@FunctionalInterface
	interface Free {

		long bytes() throws IOException;

	}

	/**
	 * What one file is promised.
	 */
	final class Claim implements AutoCloseable {

		private long left;

		private long unchecked;

		private void promise(long bytes) throws IOException {
			synchronized (Space.this) {
				long free = Space.this.free.bytes();
				if (bytes >= free) {
					throw full();
				}
				if (bytes >= free - Space.this.promised) {
					throw promisedToOthers();
				}
				this.left += bytes;
				Space.this.promised += bytes;
			}
		}

		/**
		 * Has to be asked before each write.
		 * @throws RefusedException if others have filled the disk meanwhile
		 */
		void write(int bytes) throws IOException {
			synchronized (Space.this) {
				this.unchecked += bytes;
				if (this.unchecked >= STEP) {
					this.unchecked = 0;
					if (Space.this.free.bytes() <= 0) {
						throw full();
					}
				}
				if (bytes > this.left) {
					promise(STEP);
				}
				this.left -= bytes;
				Space.this.promised -= bytes;
			}
		}

		@Override
		public void close() {
			synchronized (Space.this) {
				Space.this.promised -= this.left;
				this.left = 0;
			}
		}

	}

}
