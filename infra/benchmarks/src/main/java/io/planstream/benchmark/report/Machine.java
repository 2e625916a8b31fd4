package io.planstream.benchmark.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/**
 * What it ran on.
 *
 * @param processors processors that are available
 * @param processor their name, or {@code -}
 * @param memoryGigabytes memory
 * @param system operating system and its version
 * @param java the Java virtual machine
 * @param loadAverage processes that wanted a processor just before, on average of a
 * minute; negative if the system does not tell
 */
public record Machine(int processors, String processor, long memoryGigabytes, String system, String java,
		double loadAverage) {

	/**
	 * This machine now.
	 * @return the machine
	 */
	public static Machine current() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return new Machine(Runtime.getRuntime().availableProcessors(), processorName(),
				Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
				System.getProperty("os.name") + " " + System.getProperty("os.version"),
				System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
				system.getSystemLoadAverage());
	}

	private static String processorName() {
		Path file = Path.of("/proc/cpuinfo");
		try {
			return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.UTF_8)
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse("-") : "-";
		}
		catch (IOException ex) {
			return "-";
		}
	}

	String inWords() {
		return String.format(Locale.ROOT, "%d processors (%s), %d GB, %s, %s, load average before %.1f",
				this.processors, this.processor, this.memoryGigabytes, this.system, this.java, this.loadAverage);
	}

}
