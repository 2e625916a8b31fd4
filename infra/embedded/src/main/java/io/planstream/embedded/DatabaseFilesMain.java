package io.planstream.embedded;

import java.nio.file.Path;

/**
 * Puts the programs and an empty data directory of an {@link EmbeddedDatabase} in place,
 * for somebody who starts the server with a configuration of their own. Base directory
 * and data directory are its arguments.
 */
public final class DatabaseFilesMain {

	private DatabaseFilesMain() {
	}

	/**
	 * Prepares the files and ends.
	 * @param args base directory, data directory
	 */
	public static void main(String[] args) {
		if (args.length != 2) {
			throw new IllegalArgumentException("Expected two arguments: base directory, data directory");
		}
		// the port is for starting only
		EmbeddedDatabase.open(Path.of(args[0]), Path.of(args[1]), 0);
	}

}
