package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.planstream.generator.DataSetGenerator;

/**
 * Generated files, made once and again when the generator has changed.
 */
final class Samples {

	private Samples() {
	}

	static Path of(double scale, long seed) {
		Path directory = Path.of("target", "samples", scale + "-" + seed).toAbsolutePath();
		try {
			Path last = directory.resolve("Crosswalk2016.csv");
			if (!Files.exists(last) || modified(last) < modified(generator())) {
				Files.createDirectories(directory);
				DataSetGenerator.of(scale, seed).writeTo(directory, (bytes) -> {
				});
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
