package io.planstream.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Starts a Spring Boot jar in about half the time and for half of the processor's work.
 * The jar is unpacked beside itself, once for each build of it. The first process that
 * ends in order leaves an archive of the classes it has loaded (class data sharing);
 * those after it map the archive instead of reading and verifying each class. Where that
 * cannot be, the jar starts as it is. Thread-safe, also between processes.
 */
public final class QuickStart {

	private static final String INDEX_OF_BOOT = "BOOT-INF/classpath.idx";

	/** Writing an archive says of many a class why it was left out. */
	private static final String QUIET = "-Xlog:cds=off,cds+dynamic=off,class+path=off";

	private static final String PARTIAL = "partial";

	private QuickStart() {
	}

	/**
	 * What to tell the virtual machine, after its own options, to run a jar.
	 * @param jar the jar
	 * @return arguments that end with the jar to run; those of the program follow
	 */
	public static List<String> program(Path jar) {
		try {
			if (isHotSpot() && isOfSpringBoot(jar)) {
				Path unpacked = unpacked(jar.toAbsolutePath());
				return List.of(QUIET, archive(unpacked), "-jar", unpacked.resolve(jar.getFileName()).toString());
			}
		}
		catch (IOException ex) {
			// as it is, then: a folder that cannot be written is no reason not to start
		}
		return List.of("-jar", jar.toString());
	}

	/** Others share classes in other ways, and do not know these options. */
	private static boolean isHotSpot() {
		return System.getProperty("java.vm.name").endsWith("Server VM");
	}

	private static boolean isOfSpringBoot(Path jar) throws IOException {
		try (JarFile content = new JarFile(jar.toFile())) {
			return content.getEntry(INDEX_OF_BOOT) != null;
		}
	}

	private static Path unpacked(Path jar) throws IOException {
		String build = Files.getLastModifiedTime(jar).toMillis() + "-" + Files.size(jar);
		Path builds = jar.resolveSibling(jar.getFileName().toString().replace(".jar", "-unpacked"));
		Path unpacked = builds.resolve(build);
		if (!Files.isDirectory(unpacked)) {
			Path partial = Files.createTempDirectory(Files.createDirectories(builds), PARTIAL);
			unpack(jar, partial.resolve(build));
			move(partial.resolve(build), unpacked);
			MariaDbFiles.deleteRecursively(partial);
			deleteOthers(builds, unpacked);
		}
		return unpacked;
	}

	private static void unpack(Path jar, Path target) throws IOException {
		Process process = new ProcessBuilder(Host.javaTool("java"), "-Djarmode=tools", "-jar", jar.toString(),
				"extract", "--destination", target.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
				throw new IOException(jar + " cannot be unpacked");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

	/** Of two processes that unpack at the same time, the second finds it done. */
	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to);
		}
		catch (IOException ex) {
			if (!Files.isDirectory(to)) {
				throw ex;
			}
		}
	}

	/** Those of earlier builds of the jar; a process may unpack at this moment too. */
	private static void deleteOthers(Path builds, Path unpacked) throws IOException {
		try (Stream<Path> all = Files.list(builds)) {
			for (Path other : all.filter((folder) -> !folder.equals(unpacked))
				.filter((folder) -> !folder.getFileName().toString().startsWith(PARTIAL))
				.toList()) {
				MariaDbFiles.deleteRecursively(other);
			}
		}
	}

	/** Made by this virtual machine, since another could not read it. */
	private static String archive(Path unpacked) throws IOException {
		String machine = (System.getProperty("java.vm.name") + "-" + System.getProperty("java.vm.version"))
			.replaceAll("[^A-Za-z0-9.+-]", "_");
		Path archive = unpacked.resolve(machine + ".jsa");
		return (isWhole(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive;
	}

	/** The virtual machine writes the head of the file last. */
	private static boolean isWhole(Path archive) throws IOException {
		if (!Files.isRegularFile(archive) || Files.size(archive) < Integer.BYTES) {
			return false;
		}
		try (DataInputStream head = new DataInputStream(Files.newInputStream(archive))) {
			return head.readInt() != 0;
		}
	}

}
