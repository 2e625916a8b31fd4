package io.planstream.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.planstream.embedded.OwnerOnlyFile;
import io.planstream.local.home.Home;
import io.planstream.local.home.HomeLock;
import io.planstream.local.terminal.Problem;

/**
 * The folders that ingest-app may read, because a person named them on the command line.
 */
public final class DataDirectories {

	private final Home home;

	/**
	 * The list of a stack.
	 * @param home the stack's folder, prepared
	 */
	public DataDirectories(Home home) {
		this.home = home;
	}

	/**
	 * Allows folders; those allowed before stay, so that their runs can be resumed.
	 * @param directories absolute paths
	 */
	public void allow(List<Path> directories) {
		Path file = this.home.file(Services.DIRECTORIES_FILE);
		HomeLock.holding(this.home, () -> {
			Set<String> lines = new LinkedHashSet<>(read(file));
			directories.forEach((directory) -> lines.add(directory.toString()));
			OwnerOnlyFile.write(file, String.join("\n", lines) + "\n");
		});
	}

	private static List<String> read(Path file) {
		try {
			return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
		}
		catch (IOException ex) {
			throw new Problem("HOME_DAMAGED", "Cannot read " + file + ": " + ex.getMessage(),
					"Run ./planstream reset to begin anew.", ex);
		}
	}

}
