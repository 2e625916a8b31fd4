package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.planstream.embedded.Host;

/**
 * What a process takes of the machine at a moment, from {@code /proc}.
 *
 * @param resident resident memory in MiB
 * @param heap heap in MiB without garbage; -1 if it is no virtual machine of Java, or one
 * that is only starting
 * @param handles open files and connections
 * @param threads threads
 */
record ProcessFigures(long resident, long heap, long handles, long threads) {

	/** The names of the columns of {@link #columns()}. */
	static final List<String> NAMES = List.of("resident_mib", "live_heap_mib", "handles", "threads");

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

	/** What a full collection leaves, which this makes: garbage would hide a leak. */
	private static long heap(ProcessHandle process) throws IOException {
		if (!process.info().command().orElse("").endsWith("java")) {
			return -1;
		}
		Process histogram = new ProcessBuilder(Host.javaTool("jcmd"), Long.toString(process.pid()),
				"GC.class_histogram")
			.redirectErrorStream(true)
			.start();
		List<String> lines = histogram.inputReader().lines().toList();
		String[] total = lines.get(lines.size() - 1).trim().split("\\s+");
		return (total.length == 3 && total[0].equals("Total")) ? Long.parseLong(total[2]) >> 20 : -1;
	}

}
