package io.planstream.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the end of a log, however long the log is. Thread-safe.
 */
public final class LogFile {

	private static final int LONGEST = 16 * 1024;

	private LogFile() {
	}

	/**
	 * The last lines of a file.
	 * @param file the file
	 * @param lines how many at most
	 * @return the lines, each indented by two spaces; a remark instead if there are none
	 */
	public static String end(Path file, int lines) {
		try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
			long from = Math.max(0, input.length() - LONGEST);
			byte[] bytes = new byte[(int) (input.length() - from)];
			input.seek(from);
			input.readFully(bytes);
			List<String> all = new String(bytes, StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank())
				.toList();
			return all.isEmpty() ? "  (nothing)"
					: all.stream()
						.skip(Math.max(0, all.size() - lines))
						.map((line) -> "  " + line)
						.collect(Collectors.joining("\n"));
		}
		catch (IOException ex) {
			return "  (no log)";
		}
	}

}
