package io.planstream.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end.
 *
 * @param exitCode its exit code
 * @param output what it wrote to either stream
 */
record Shell(int exitCode, String output) {

	static Shell run(Path folder, Map<String, String> environment, List<String> command) {
		try {
			Path output = Files.createTempFile("shell", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().putAll(environment);
			Process process = builder.start();
			process.getOutputStream().close();
			if (!process.waitFor(120, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError(command + " does not end: " + Files.readString(output));
			}
			String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
			Files.delete(output);
			return new Shell(process.exitValue(), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static Shell run(Path folder, String... command) {
		return run(folder, Map.of(), List.of(command));
	}

	/** Whether a command is there and ends well: tests that need it are left out else. */
	static boolean works(String... command) {
		try {
			return run(Path.of("").toAbsolutePath(), command).exitCode() == 0;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

}
