package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
		try (Stream<Path> files = Files.walk(brokerData)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".tmp"))).as("temporary files").isEmpty();
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
