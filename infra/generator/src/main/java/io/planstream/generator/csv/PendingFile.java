package io.planstream.generator.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that bears its name only once it is whole: until {@link #publish()} it is
 * written under another one, and closing it before removes what was written. What a
 * killed process leaves is overwritten by the next run.
 */
public final class PendingFile implements AutoCloseable {

	private final Path target;

	private final Path part;

	/**
	 * Prepare a file.
	 * @param target where it is to appear
	 */
	public PendingFile(Path target) {
		this.target = target;
		this.part = target.resolveSibling(target.getFileName() + ".part");
	}

	/**
	 * Where the file is to appear.
	 * @return its path
	 */
	public Path target() {
		return this.target;
	}

	/**
	 * Open the file for writing, from its beginning.
	 * @return the stream, to be closed before publishing
	 * @throws IOException if it cannot be created
	 */
	public OutputStream open() throws IOException {
		return Files.newOutputStream(this.part);
	}

	/**
	 * Let the file appear under its name, in place of an older one.
	 * @return where it is
	 * @throws IOException if it cannot be moved
	 */
	public Path publish() throws IOException {
		try {
			return Files.move(this.part, this.target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			return Files.move(this.part, this.target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.part);
	}

}
