package io.planstream.testsupport.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file system of a few megabytes that a test can fill, on Linux and for an
 * administrator only. Not thread-safe.
 */
public final class SmallDisk implements AutoCloseable {

	private static final int BLOCK = 64 * 1024;

	private final Path folder;

	private final Thread unmount;

	private SmallDisk(Path folder) {
		this.folder = folder;
		this.unmount = new Thread(this::unmount, "small-disk-end");
	}

	/**
	 * Makes a file system.
	 * @param folder where it is mounted; made if it is not there
	 * @param megabytes its size
	 * @return the file system, or empty where none may be mounted
	 */
	public static Optional<SmallDisk> mount(Path folder, int megabytes) {
		Path absolute = folder.toAbsolutePath();
		try {
			Files.createDirectories(absolute);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (!Command.succeeds("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "planstream-test",
				absolute.toString())) {
			return Optional.empty();
		}
		SmallDisk disk = new SmallDisk(absolute);
		Runtime.getRuntime().addShutdownHook(disk.unmount);
		return Optional.of(disk);
	}

	/**
	 * Where it is mounted.
	 * @return a folder
	 */
	public Path folder() {
		return this.folder;
	}

	/**
	 * Takes the space that is left, up to the last byte.
	 */
	public void fill() {
		try (FileChannel filler = FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			for (int size = BLOCK; size > 0; size /= 2) {
				writeAll(filler, size);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns when not even so much is written any more. */
	private static void writeAll(FileChannel filler, int size) {
		try {
			while (filler.write(ByteBuffer.allocate(size)) > 0) {
				continue;
			}
		}
		catch (IOException ex) {
			// it is full
			return;
		}
	}

	/**
	 * Gives back what {@link #fill()} took.
	 */
	public void free() {
		try {
			Files.deleteIfExists(filler());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path filler() {
		return this.folder.resolve("filler");
	}

	private void unmount() {
		Command.succeeds("umount", "-l", this.folder.toString());
	}

	/**
	 * Takes the file system away, with all that is on it.
	 */
	@Override
	public void close() {
		unmount();
		Runtime.getRuntime().removeShutdownHook(this.unmount);
	}

}
