package io.planstream.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts programs that live on when the Java virtual machine that started them ends.
 * Where the system has {@code setsid} they are out of reach of the terminal's Ctrl-C, so
 * that they can be stopped in order. Thread-safe.
 */
public final class DetachedProcess {

	private DetachedProcess() {
	}

	/**
	 * Starts a program without input; what it prints is appended to a file.
	 * @param command the program and its arguments; never put a secret here, other users
	 * can read it
	 * @param environment variables to add to the inherited ones
	 * @param directory the working directory
	 * @param output the file that receives standard output and standard error
	 * @return the running process; its pid is the program's own
	 * @throws EmbeddedServerException if the program cannot be started
	 */
	public static Process start(List<String> command, Map<String, String> environment, Path directory, Path output) {
		List<String> full = new ArrayList<>(ownSession());
		full.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(full).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectInput(new File(Host.isWindows() ? "NUL" : "/dev/null"))
			.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
		builder.environment().putAll(environment);
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("Cannot start " + command.get(0) + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * A child of a virtual machine never leads a process group, so {@code setsid} becomes
	 * the program itself instead of forking, and the pid stays the program's.
	 */
	private static List<String> ownSession() {
		return Stream.of("/usr/bin/setsid", "/bin/setsid")
			.filter((path) -> Files.isExecutable(Path.of(path)))
			.findFirst()
			.map(List::of)
			.orElse(List.of());
	}

}
