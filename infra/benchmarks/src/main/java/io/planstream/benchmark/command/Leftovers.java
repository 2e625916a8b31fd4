package io.planstream.benchmark.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.planstream.benchmark.ground.Ground;
import io.planstream.local.stack.ProjectFiles;
import org.springframework.util.FileSystemUtils;

/**
 * The folders of runs, named by their processes, and what runs that were killed have left
 * in them.
 */
final class Leftovers {

	private final ProjectFiles project;

	private final Path parent;

	Leftovers(ProjectFiles project) {
		this.project = project;
		this.parent = project.root().resolve(Path.of("target", "bench"));
	}

	Path newFolder() throws IOException {
		return Files.createDirectories(this.parent.resolve(String.valueOf(ProcessHandle.current().pid())));
	}

	/** Stops processes and deletes files of runs that are no more. */
	void clear() throws IOException {
		if (Files.isDirectory(this.parent)) {
			for (Path run : entries(this.parent)) {
				if (ProcessHandle.of(Long.parseLong(run.getFileName().toString())).isEmpty()) {
					clear(run);
				}
			}
		}
	}

	private void clear(Path run) throws IOException {
		for (Path home : entries(run)) {
			if (Files.exists(home.resolve("planstream.json"))) {
				new Ground(home, this.project, (line) -> {
				}).close();
			}
		}
		FileSystemUtils.deleteRecursively(run);
	}

	private static List<Path> entries(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.toList();
		}
	}

}
