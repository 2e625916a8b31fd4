package io.planstream.benchmark.measure;

/**
 * What a process used while something was measured.
 *
 * @param process its name, such as {@code broker}
 * @param cpuSeconds seconds of processor time, or null if the system does not tell
 * @param peakMegabytes the most memory it held, resident, or null if the system does not
 * tell
 */
public record ProcessUse(String process, Double cpuSeconds, Double peakMegabytes) {

	/** The name of what publishes. */
	public static final String PUBLISHER = "publisher";

	/** The name of what applies. */
	public static final String APPLIER = "applier";

}
