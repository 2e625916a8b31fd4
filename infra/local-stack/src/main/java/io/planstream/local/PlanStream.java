package io.planstream.local;

import java.util.logging.Level;
import java.util.logging.Logger;

import io.planstream.local.command.PlanStreamCommand;

/**
 * The program behind {@code ./planstream}.
 */
public final class PlanStream {

	// held here because the logging system forgets the levels of loggers nobody holds
	private static final Logger LIBRARIES = Logger.getLogger("");

	private PlanStream() {
	}

	/**
	 * Runs the command that was typed and ends with its exit code.
	 * @param args what was typed
	 */
	public static void main(String[] args) {
		// what libraries have to say is no answer to what a person typed
		LIBRARIES.setLevel(Level.OFF);
		System.exit(PlanStreamCommand.execute(args));
	}

}
