package io.planstream.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.planstream.generator.DataSetGenerator;

/**
 * Generated files, made once per build.
 */
final class Samples {

	private Samples() {
	}

	static Path of(double scale, long seed) {
		Path directory = Path.of("target", "samples", scale + "-" + seed).toAbsolutePath();
		try {
			if (!Files.exists(directory.resolve("Rate.csv"))) {
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

}
