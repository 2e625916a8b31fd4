package io.planstream.consumer.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import io.planstream.consumer.metrics.ApplyMetrics;
import io.planstream.model.failure.Failure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.stereotype.Component;

/**
 * Which reading threads are interrupted, since when and why, and when each is to try
 * again: soon at first, then every two seconds, without end. Thread-safe; what is noted
 * concerns the calling thread.
 */
@Component
public class Outage {

	private static final Log logger = LogFactory.getLog(Outage.class);

	private static final Duration FIRST_DELAY = Duration.ofMillis(100);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

	private final Clock clock;

	private final Map<String, Interruption> interruptions = new ConcurrentSkipListMap<>();

	Outage(Clock clock, ApplyMetrics metrics) {
		this.clock = clock;
		metrics.gauge("planstream_consumption_interrupted", "1 while records wait for the database or the broker",
				() -> this.interruptions.isEmpty() ? 0 : 1);
	}

	/**
	 * Notes a failure. The first of an outage is logged, then only a new reason.
	 * @param failure what went wrong
	 */
	public void failed(Throwable failure) {
		String reason = reason(failure);
		Interruption before = this.interruptions.get(name());
		if (before == null || !before.reason().equals(reason)) {
			logger.warn("Consumption waits: " + reason);
		}
		logger.debug("Attempt failed", failure);
		this.interruptions.put(name(), (before == null) ? Interruption.begin(this.clock.instant(), reason, FIRST_DELAY)
				: before.again(reason, LONGEST_DELAY));
	}

	/**
	 * Notes that work goes on.
	 */
	public void ended() {
		if (this.interruptions.isEmpty()) {
			return;
		}
		Interruption before = this.interruptions.remove(name());
		if (before != null) {
			logger.info("Consumption goes on after " + Duration.between(before.since(), this.clock.instant()).toMillis()
					+ " ms");
		}
	}

	/**
	 * Whether it is time to try again.
	 * @return true also if nothing is wrong
	 */
	public boolean retryDue() {
		Interruption interruption = this.interruptions.get(name());
		return interruption == null || System.nanoTime() - interruption.retryAt() >= 0;
	}

	/**
	 * What is wrong with any thread.
	 * @return since when and why, or empty
	 */
	public Optional<String> description() {
		return this.interruptions.values()
			.stream()
			.min(Comparator.comparing(Interruption::since))
			.map((longest) -> "since " + longest.since() + ": " + longest.reason());
	}

	private static String name() {
		return Thread.currentThread().getName();
	}

	private static String reason(Throwable failure) {
		Throwable root = Failure.root(failure);
		String message = String.valueOf(root.getMessage());
		return root.getClass().getSimpleName() + ": "
				+ message.lines().filter((line) -> !line.isBlank()).findFirst().orElse("");
	}

	/**
	 * The interruption of one thread.
	 *
	 * @param retryAt when to try again, as {@link System#nanoTime()}
	 */
	private record Interruption(Instant since, String reason, Duration delay, long retryAt) {

		static Interruption begin(Instant since, String reason, Duration delay) {
			return new Interruption(since, reason, delay, System.nanoTime() + delay.toNanos());
		}

		Interruption again(String newReason, Duration longest) {
			Duration doubled = this.delay.multipliedBy(2);
			return begin(this.since, newReason, (doubled.compareTo(longest) < 0) ? doubled : longest);
		}

	}

}
