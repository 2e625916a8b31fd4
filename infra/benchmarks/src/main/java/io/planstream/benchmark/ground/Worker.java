package io.planstream.benchmark.ground;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The main method of a {@link Program}.
 */
public final class Worker {

	static final String READY = "PLANSTREAM-BENCH-READY";

	static final String DONE = "PLANSTREAM-BENCH-DONE";

	static final String BETWEEN_WORDS = "\t";

	private Worker() {
	}

	/**
	 * Works each time that it is told to, and ends the process when nothing more can
	 * come: whoever started this has closed the input, or has gone.
	 * @param work what to do
	 */
	public static void run(Work work) {
		PrintStream out = System.out;
		int status = 0;
		ProcessHandle.current()
			.parent()
			.ifPresent((parent) -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
		try {
			BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			say(out, READY);
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				long begun = System.nanoTime();
				long rows = work.run(List.of(line.split(BETWEEN_WORDS)));
				say(out, DONE + " " + rows + " " + (System.nanoTime() - begun));
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

	/**
	 * What a program does.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Does it once.
		 * @param words what to work on, as the program was told
		 * @return the rows that it worked on
		 * @throws Exception if it fails
		 */
		long run(List<String> words) throws Exception;

	}

}
