package io.planstream.testsupport.fault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends what a test that was cut short would leave behind. Thread-safe.
 */
public final class Orphans {

	private static final Set<ProcessHandle> CHILDREN = ConcurrentHashMap.newKeySet();

	static {
		Runtime.getRuntime()
			.addShutdownHook(new Thread(() -> CHILDREN.forEach(ProcessHandle::destroyForcibly), "orphans-end"));
	}

	private Orphans() {
	}

	/**
	 * Makes sure that a process does not outlive this virtual machine.
	 * @param child a process that the caller started
	 */
	public static void endWithThisMachine(ProcessHandle child) {
		CHILDREN.removeIf((process) -> !process.isAlive());
		CHILDREN.add(child);
	}

}
