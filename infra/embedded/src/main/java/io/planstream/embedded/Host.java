package io.planstream.embedded;

import java.nio.file.Path;

/**
 * What a program has to know of the system it runs on. Thread-safe.
 */
public final class Host {

	private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

	private Host() {
	}

	/**
	 * Whether it is Windows.
	 * @return whether it is
	 */
	public static boolean isWindows() {
		return WINDOWS;
	}

	/**
	 * A program of the Java that runs this one, which need not be the one that the search
	 * path finds.
	 * @param name for example {@code java} or {@code jcmd}
	 * @return its path, as a command
	 */
	public static String javaTool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

}
