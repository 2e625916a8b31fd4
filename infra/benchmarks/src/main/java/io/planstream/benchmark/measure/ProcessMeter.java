package io.planstream.benchmark.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures what processes use from {@link #begin} to {@link #end}. All of them have to
 * live until then. For one thread.
 */
public final class ProcessMeter {

	private final Map<String, ProcessHandle> processes;

	private final Map<String, Optional<Duration>> before = new LinkedHashMap<>();

	private ProcessMeter(Map<String, ProcessHandle> processes) {
		this.processes = new LinkedHashMap<>(processes);
	}

	/**
	 * Begins to measure.
	 * @param processes the processes by their names, in the order of the report
	 * @return the meter
	 */
	public static ProcessMeter begin(Map<String, ProcessHandle> processes) {
		ProcessMeter meter = new ProcessMeter(processes);
		meter.processes.forEach((name, process) -> {
			forgetPeak(process);
			meter.before.put(name, process.info().totalCpuDuration());
		});
		return meter;
	}

	/**
	 * What they have used since.
	 * @return one for each process
	 */
	public List<ProcessUse> end() {
		return this.processes.entrySet().stream().map((entry) -> use(entry.getKey(), entry.getValue())).toList();
	}

	private ProcessUse use(String name, ProcessHandle process) {
		Optional<Duration> now = process.info().totalCpuDuration();
		Optional<Duration> then = this.before.get(name);
		Double cpu = (now.isPresent() && then.isPresent()) ? now.get().minus(then.get()).toMillis() / 1000.0 : null;
		return new ProcessUse(name, cpu, peakMegabytes(process));
	}

	/** Linux lets a process's peak begin anew; elsewhere there is none to read. */
	private static void forgetPeak(ProcessHandle process) {
		Path file = Path.of("/proc", String.valueOf(process.pid()), "clear_refs");
		try {
			if (Files.isWritable(file)) {
				Files.writeString(file, "5");
			}
		}
		catch (IOException ex) {
			// then the peak is that of its whole life
			return;
		}
	}

	private static Double peakMegabytes(ProcessHandle process) {
		Path file = Path.of("/proc", String.valueOf(process.pid()), "status");
		try {
			return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.UTF_8)
				.stream()
				.filter((line) -> line.startsWith("VmHWM:"))
				.map((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(null) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

}
