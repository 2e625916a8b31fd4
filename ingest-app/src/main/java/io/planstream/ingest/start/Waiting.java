package io.planstream.ingest.start;

import java.time.Duration;
import java.util.function.Predicate;

import io.planstream.ingest.outage.Halt;
import io.planstream.ingest.settings.Settings;
import io.planstream.model.failure.Failure;
import io.planstream.model.start.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Waits for a server at the start, not longer than is set.
 */
@Component
class Waiting {

	private static final Logger logger = LoggerFactory.getLogger(Waiting.class);

	private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

	private static final int TRIES_PER_LOG_LINE = 5;

	private final Duration limit;

	Waiting(Settings settings) {
		this.limit = settings.startWait();
	}

	/**
	 * Tries until it works.
	 * @param server the server and its address, for people
	 * @param attempt throws while the server is away
	 * @param worthIt whether waiting can help against an exception
	 */
	void await(String server, Attempt attempt, Predicate<Exception> worthIt) {
		long begun = System.nanoTime();
		for (int tries = 0;; tries++) {
			try {
				attempt.run();
				if (tries > 0) {
					logger.info("Found {}", server);
				}
				return;
			}
			catch (Exception ex) {
				refuse(server, ex, worthIt, begun);
				if (tries % TRIES_PER_LOG_LINE == 0) {
					logger.info("Waiting for {}: {}", server, reason(ex));
				}
				new Halt().pause(BETWEEN_TRIES);
			}
		}
	}

	private void refuse(String server, Exception ex, Predicate<Exception> worthIt, long begun) {
		if (!worthIt.test(ex)) {
			throw new StartException(server + " refuses: " + reason(ex), "Check accounts and addresses.", ex);
		}
		if (System.nanoTime() - begun >= this.limit.toNanos()) {
			throw new StartException(
					server + " does not answer after " + this.limit.toSeconds() + " seconds: " + reason(ex),
					"Start it, or correct its address, and start this application again.", ex);
		}
	}

	/** What lies at the bottom, in one line. */
	private static String reason(Throwable ex) {
		Throwable root = Failure.root(ex);
		return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
	}

	/** Something that works or throws. */
	interface Attempt {

		void run() throws Exception;

	}

}
