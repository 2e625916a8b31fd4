package io.planstream.local.stack;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.Supplier;

import com.sun.management.OperatingSystemMXBean;
import io.planstream.local.home.Home;
import io.planstream.local.home.ProcessIdentity;
import io.planstream.local.terminal.Problem;

/**
 * What must be true of the machine before anything is started.
 */
public final class Preflight {

	private static final long MEGABYTE = 1024L * 1024;

	static final long MEMORY = 1800 * MEGABYTE;

	private static final long DISK = 2048 * MEGABYTE;

	private final Home home;

	private final ProjectFiles project;

	private final Engine engine;

	private final Supplier<OptionalLong> availableMemory;

	/**
	 * Makes the checks for a stack.
	 * @param home the stack's folder
	 * @param project where the programs are
	 * @param engine what is to apply
	 */
	public Preflight(Home home, ProjectFiles project, Engine engine) {
		this(home, project, engine, Preflight::availableMemory);
	}

	Preflight(Home home, ProjectFiles project, Engine engine, Supplier<OptionalLong> availableMemory) {
		this.engine = engine;
		this.home = home;
		this.project = project;
		this.availableMemory = availableMemory;
	}

	/**
	 * Checks everything that can be checked without starting anything.
	 * @throws Problem with the first thing that is wrong
	 */
	public void check() {
		this.home.check();
		this.project.requireJars(this.engine);
		if (!isStarted()) {
			requireMemory(this.availableMemory.get(), memory(this.engine));
		}
		requireDisk(this.home.folder());
	}

	/** What runs already has its memory. */
	private boolean isStarted() {
		Collection<ProcessIdentity> processes = this.home.state().processes().values();
		return !processes.isEmpty() && processes.stream().allMatch((process) -> process.find().isPresent());
	}

	private static long memory(Engine engine) {
		return switch (engine) {
			case CONSUMER -> MEMORY;
			case SPARK -> MEMORY + 800 * MEGABYTE;
			case SPARK_CLUSTER -> MEMORY + 2600 * MEGABYTE;
		};
	}

	static void requireMemory(OptionalLong available, long needed) {
		if (available.isPresent() && available.getAsLong() < needed) {
			throw new Problem(
					"MEMORY_TOO_SMALL", "Only " + available.getAsLong() / MEGABYTE
							+ " MB of memory are available; the stack needs " + needed / MEGABYTE + " MB",
					"Close other programs, or use a machine with more memory.");
		}
	}

	private static void requireDisk(Path folder) {
		try {
			long free = Files.getFileStore(existing(folder)).getUsableSpace();
			if (free < DISK) {
				throw new Problem("DISK_TOO_SMALL",
						"Only " + free / MEGABYTE + " MB of disk are free for " + folder + "; the stack needs "
								+ DISK / MEGABYTE + " MB and more for large files",
						"Free some space, or name a folder on another disk by PLANSTREAM_HOME.");
			}
		}
		catch (IOException ex) {
			throw new Problem("HOME_NOT_WRITABLE", "Cannot look at the disk of " + folder + ": " + ex.getMessage(),
					"Name another folder by PLANSTREAM_HOME.", ex);
		}
	}

	private static Path existing(Path folder) {
		Path found = folder;
		while (!Files.exists(found)) {
			found = found.getParent();
		}
		return found;
	}

	/**
	 * What Linux says is available, or else what the machine or container has in all:
	 * other systems count memory as used that they would give back.
	 */
	private static OptionalLong availableMemory() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		if (system == null) {
			return OptionalLong.empty();
		}
		long total = system.getTotalMemorySize();
		OptionalLong available = linuxAvailable();
		return OptionalLong.of(available.isPresent() ? Math.min(total, available.getAsLong()) : total);
	}

	private static OptionalLong linuxAvailable() {
		Path file = Path.of("/proc/meminfo");
		try {
			return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII)
				.stream()
				.filter((line) -> line.startsWith("MemAvailable:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
				.findFirst() : OptionalLong.empty();
		}
		catch (IOException | NumberFormatException ex) {
			return OptionalLong.empty();
		}
	}

}
