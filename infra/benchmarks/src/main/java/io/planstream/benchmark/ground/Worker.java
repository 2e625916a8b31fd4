package io.planstream.benchmark.ground;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;

/**
 * The main method of a {@link Program}.
 */
public final class Worker {

	static final String READY = "PLANSTREAM-BENCH-READY";

	static final String DONE = "PLANSTREAM-BENCH-DONE";

	private Worker() {
	}

	/**
	 * Works once, when it is told to, and ends the process when that is told.
	 * @param work returns the rows that it worked on
	 */
	public static void run(Callable<Long> work) {
		PrintStream out = System.out;
		int status = 0;
		ProcessHandle.current()
			.parent()
			.ifPresent((parent) -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
		try {
			say(out, READY);
			if (awaitLine()) {
				long begun = System.nanoTime();
				long rows = work.call();
				say(out, DONE + " " + rows + " " + (System.nanoTime() - begun));
				awaitLine();
			}
		}
		catch (Exception ex) {
			ex.printStackTrace();
			status = 1;
		}
		System.err.flush();
		Runtime.getRuntime().halt(status);
	}

	private static void say(PrintStream out, String line) {
		out.println(line);
		out.flush();
	}

	/** False at the end of the input: whoever started this has gone. */
	private static boolean awaitLine() throws IOException {
		int read = System.in.read();
		while (read != '\n' && read >= 0) {
			read = System.in.read();
		}
		return read == '\n';
	}

}
