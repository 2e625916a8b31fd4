package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must not be left when all processes have ended.
 */
final class Leftovers {

	private Leftovers() {
	}

	/** Nobody holds the broker's lock, and it left no half-written file. */
	static void assertNone(Path brokerData) {
		assertUnlocked(brokerData.resolve(".lock"));
		assertThat(files(brokerData).filter((file) -> file.toString().endsWith(".tmp"))).as("temporary files")
			.isEmpty();
	}

	/**
	 * Applications left no part of an upload, and no temporary file but what libraries
	 * cannot clear away when they are killed: the web server's empty folders, and the
	 * library that they unpack to compress.
	 */
	static void assertNoneOfApplications(Path uploads, List<Path> temporary) {
		assertThat(files(uploads).filter((file) -> file.toString().endsWith(".part"))).as("parts of uploads").isEmpty();
		assertThat(temporary.stream().flatMap(Leftovers::files)).as("temporary files")
			.allMatch((file) -> file.getFileName().toString().startsWith("liblz4-java"));
	}

	private static Stream<Path> files(Path folder) {
		if (Files.notExists(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertUnlocked(Path file) {
		if (Files.notExists(file)) {
			return;
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
				FileLock held = channel.tryLock()) {
			assertThat(held).as("the lock on " + file).isNotNull();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
