package io.planstream.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the file in which a server keeps its process id, and makes sure that the process
 * of that id is still the server: systems give ids of ended processes to new ones.
 */
final class ServerPid {

	// clocks of file systems and of process tables are not the same
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private ServerPid() {
	}

	static Optional<ProcessHandle> read(Path file) {
		try {
			Instant written = Files.getLastModifiedTime(file).toInstant();
			return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
				.filter(ProcessHandle::isAlive)
				.filter((process) -> isServer(process.info(), written));
		}
		catch (IOException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private static boolean isServer(ProcessHandle.Info info, Instant written) {
		boolean program = info.command()
			.map((command) -> Path.of(command).getFileName().toString())
			.filter((name) -> name.startsWith("mariadbd") || name.startsWith("mysqld"))
			.isPresent();
		boolean older = info.startInstant().map((start) -> start.isBefore(written.plus(TOLERANCE))).orElse(false);
		return program && older;
	}

}
