package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process takes of the machine at a moment, from {@code /proc}.
 *
 * @param resident resident memory in MiB
 * @param heap heap in use in MiB, garbage included; -1 if it is no virtual machine of
 * Java
 * @param handles open files and connections
 * @param threads threads
 */
record ProcessFigures(long resident, long heap, long handles, long threads) {

	/** The names of the columns of {@link #columns()}. */
	static final List<String> NAMES = List.of("resident_mib", "heap_mib", "handles", "threads");

	static boolean areKnown() {
		return Files.isDirectory(Path.of("/proc/self/fd"));
	}

	/** Empty if the process has ended. */
	static Optional<ProcessFigures> of(ProcessHandle process) {
		Path directory = Path.of("/proc", Long.toString(process.pid()));
		try (Stream<Path> handles = Files.list(directory.resolve("fd"))) {
			List<String> status = Files.readAllLines(directory.resolve("status"));
			return Optional.of(new ProcessFigures(number(status, "VmRSS:") / 1024, heap(process), handles.count(),
					number(status, "Threads:")));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** In the order of {@link #NAMES}. */
	List<Long> columns() {
		return List.of(this.resident, this.heap, this.handles, this.threads);
	}

	private static long number(List<String> status, String name) throws IOException {
		return status.stream()
			.filter((line) -> line.startsWith(name))
			.map((line) -> line.replaceAll("\\D", ""))
			.mapToLong(Long::parseLong)
			.findFirst()
			.orElseThrow(() -> new IOException("No " + name));
	}

	/**
	 * Survivors, eden and the old generation; reads a file, so that a frozen one does.
	 */
	private static long heap(ProcessHandle process) throws IOException {
		if (!process.info().command().orElse("").endsWith("java")) {
			return -1;
		}
		Process jstat = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jstat").toString(), "-gc",
				Long.toString(process.pid()))
			.redirectErrorStream(true)
			.start();
		try {
			if (!jstat.waitFor(20, TimeUnit.SECONDS)) {
				jstat.destroyForcibly();
				return -1;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return -1;
		}
		List<String> lines = jstat.inputReader().lines().filter((line) -> !line.startsWith("Picked up")).toList();
		if (lines.size() != 2) {
			return -1;
		}
		List<String> names = List.of(lines.get(0).trim().split("\\s+"));
		String[] values = lines.get(1).trim().split("\\s+");
		return (long) Stream.of("S0U", "S1U", "EU", "OU")
			.mapToDouble((name) -> Double.parseDouble(values[names.indexOf(name)]))
			.sum() / 1024;
	}

}
