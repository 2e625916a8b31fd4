package io.planstream.generator.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that bear their names only once all of them are whole. Closing before
 * {@link #publish()} removes what was written.
 */
public final class PendingFiles implements AutoCloseable {

	private final Map<String, PendingFile> files = new LinkedHashMap<>();

	/**
	 * Prepare files.
	 * @param directory where they are to appear
	 * @param names their names
	 */
	public PendingFiles(Path directory, List<String> names) {
		names.forEach((name) -> this.files.put(name, new PendingFile(directory.resolve(name))));
	}

	/**
	 * Open a file for writing, from its beginning.
	 * @param name its name
	 * @return the stream, to be closed before publishing
	 * @throws IOException if it cannot be created
	 */
	public OutputStream open(String name) throws IOException {
		return this.files.get(name).open();
	}

	/**
	 * Where a file is to appear.
	 * @param name its name
	 * @return its path
	 */
	public Path target(String name) {
		return this.files.get(name).target();
	}

	/**
	 * Let all files appear under their names, in place of older ones.
	 * @throws IOException if one cannot be moved
	 */
	public void publish() throws IOException {
		for (PendingFile file : this.files.values()) {
			file.publish();
		}
	}

	@Override
	public void close() throws IOException {
		for (PendingFile file : this.files.values()) {
			file.close();
		}
	}

}
