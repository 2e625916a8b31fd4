package io.planstream.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders of the tests, below the module's build folder: the temporary folder of a system
 * may be small or in memory.
 */
final class TestFolder {

	/** The server's programs, unpacked once for all tests. */
	static final Path MARIADB = Path.of("..", "..", "target", "mariadb");

	private TestFolder() {
	}

	static Path create(String name) throws IOException {
		return Files.createTempDirectory(Files.createDirectories(Path.of("target", "it").toAbsolutePath()), name);
	}

}
