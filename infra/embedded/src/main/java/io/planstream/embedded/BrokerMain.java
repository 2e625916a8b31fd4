package io.planstream.embedded;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs an {@link EmbeddedBroker} as a program of its own: data directory, broker port and
 * controller port are its arguments, and a termination signal ends it cleanly.
 */
public final class BrokerMain {

	/** Printed when the broker takes requests. */
	public static final String READY = "Broker is ready on ";

	// held here because the logging system forgets the levels of loggers nobody holds
	private static final Logger ROOT = Logger.getLogger("");

	private BrokerMain() {
	}

	/**
	 * Starts the broker and runs until it is stopped.
	 * @param args data directory, broker port, controller port, and the port that clients
	 * are told if it is another one
	 */
	public static void main(String[] args) {
		if (args.length < 3 || args.length > 4) {
			end(2, "Expected: data directory, broker port, controller port [, port that clients are told]");
		}
		ROOT.setLevel(Level.WARNING);
		try {
			int brokerPort = Integer.parseInt(args[1]);
			EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), brokerPort, Integer.parseInt(args[2]),
					(args.length > 3) ? Integer.parseInt(args[3]) : brokerPort);
			Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
			say(System.out, READY + broker.bootstrapServers());
			broker.awaitShutdown();
		}
		catch (EmbeddedServerException ex) {
			end(1, ex.getMessage());
		}
	}

	private static void end(int status, String message) {
		say(System.err, message);
		Runtime.getRuntime().halt(status);
	}

	private static void say(PrintStream stream, String line) {
		stream.println(line);
		stream.flush();
	}

}
