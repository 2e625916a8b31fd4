package io.planstream.endtoend;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Assumptions;

/**
 * Programs that tests take from the machine.
 */
final class Programs {

	private Programs() {
	}

	/**
	 * Leaves the calling test out, with a line nobody overlooks, where a program is not
	 * installed; where {@code PLANSTREAM_CI} is set the test fails instead.
	 */
	static void require(String name, String debianPackage) {
		if (isInstalled(name)) {
			return;
		}
		leaveOut("%s is not installed: what needs it is NOT TESTED. Install it (Debian: package %s).".formatted(name,
				debianPackage));
	}

	/** The same for what was looked for in other ways. */
	static void leaveOut(String message) {
		if (System.getenv("PLANSTREAM_CI") != null) {
			throw new AssertionError(message);
		}
		System.err.println("\nWARNING: " + message + "\n");
		Assumptions.abort(message);
	}

	private static boolean isInstalled(String name) {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map(Path::of)
			.anyMatch((folder) -> Files.isExecutable(folder.resolve(name))
					|| Files.isExecutable(folder.resolve(name + ".exe")));
	}

}
