package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.planstream.generator.DataSetGenerator;

/**
 * Generated files, made once and again when the generator has changed. Test JVMs side by
 * side share them: one makes them, the others wait.
 */
final class Samples {

	private Samples() {
	}

	static Path of(double scale, long seed) {
		Path directory = Path.of("target", "samples", scale + "-" + seed).toAbsolutePath();
		try {
			Files.createDirectories(directory);
			try (FileChannel channel = FileChannel.open(Path.of(directory + ".lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				channel.lock();
				Path last = directory.resolve("Crosswalk2016.csv");
				if (!Files.exists(last) || modified(last) < modified(generator())) {
					DataSetGenerator.of(scale, seed).writeTo(directory, (bytes) -> {
					});
				}
			}
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path generator() {
		return Path
			.of(URI.create(DataSetGenerator.class.getProtectionDomain().getCodeSource().getLocation().toString()));
	}

	private static long modified(Path path) throws IOException {
		return Files.getLastModifiedTime(path).toMillis();
	}

}
