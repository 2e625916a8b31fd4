package io.planstream.testsupport.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of processes that are started with {@link #environment()}, which a test lets
 * jump while they run; how long something takes they measure rightly. By the library
 * libfaketime, on Linux. Not thread-safe.
 */
public final class FakeClock {

	/** The Debian package that holds the library. */
	public static final String PACKAGE = "faketime";

	private static final Path LIBRARIES = Path.of("/usr/lib");

	private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

	private final Path library;

	private final Path offset;

	private FakeClock(Path library, Path offset) {
		this.library = library;
		this.offset = offset;
	}

	/**
	 * A clock that shows the right time.
	 * @param file where processes look how far the clock is off
	 * @return the clock, or empty where the library is not installed
	 */
	public static Optional<FakeClock> of(Path file) {
		return library().map((library) -> {
			FakeClock clock = new FakeClock(library, file.toAbsolutePath());
			clock.jumpTo(Duration.ZERO);
			return clock;
		});
	}

	private static Optional<Path> library() {
		if (!Files.isDirectory(LIBRARIES)) {
			return Optional.empty();
		}
		try (Stream<Path> folders = Files.list(LIBRARIES)) {
			return Stream.concat(Stream.of(LIBRARIES), folders)
				.map((folder) -> folder.resolve(LIBRARY))
				.filter(Files::isRegularFile)
				.findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a process has to be started with.
	 * @return variables of the environment
	 */
	public Map<String, String> environment() {
		return Map.of("LD_PRELOAD", this.library.toString(), "FAKETIME_TIMESTAMP_FILE", this.offset.toString(),
				"FAKETIME_NO_CACHE", "1", "FAKETIME_DONT_FAKE_MONOTONIC", "1", "FAKETIME_FORCE_MONOTONIC_FIX", "0");
	}

	/**
	 * Sets the clock, at once for all processes.
	 * @param ahead by how much it is ahead of the right time; negative if it is behind
	 */
	public void jumpTo(Duration ahead) {
		try {
			Path next = Files.writeString(this.offset.resolveSibling(this.offset.getFileName() + ".next"),
					(ahead.isNegative() ? "" : "+") + ahead.toSeconds());
			Files.move(next, this.offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
