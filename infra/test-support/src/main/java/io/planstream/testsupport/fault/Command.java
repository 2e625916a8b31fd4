package io.planstream.testsupport.fault;

import java.io.IOException;

/**
 * Programs of the machine that do what Java cannot.
 */
final class Command {

	private Command() {
	}

	/** Runs a program to its end; it must succeed. */
	static void run(String... command) {
		if (!succeeds(command)) {
			throw new IllegalStateException(String.join(" ", command) + " failed");
		}
	}

	/** Runs a program to its end, if there is such a program. */
	static boolean succeeds(String... command) {
		try {
			return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
