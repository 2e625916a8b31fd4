package io.planstream.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How long the console waits for the answers to its questions, with every filter.
 */
final class QuestionTimes {

	/** Longer than answers are remembered. */
	private static final Duration FORGOTTEN = Duration.ofMillis(2500);

	private static final int ROUNDS = 5;

	private final Stack stack;

	QuestionTimes(Stack stack) {
		this.stack = stack;
	}

	/**
	 * Milliseconds of each question by its address: the median, once the tables are
	 * known.
	 */
	Map<String, Long> measure() {
		List<String> addresses = addresses();
		addresses.forEach(this::millis);
		Map<String, List<Long>> times = new TreeMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			await().pollDelay(FORGOTTEN).until(() -> true);
			addresses.forEach(
					(address) -> times.computeIfAbsent(address, (asked) -> new ArrayList<>()).add(millis(address)));
		}
		Map<String, Long> medians = new TreeMap<>();
		times.forEach((address, measured) -> medians.put(address, measured.stream().sorted().toList().get(ROUNDS / 2)));
		return medians;
	}

	private static List<String> addresses() {
		List<String> addresses = new ArrayList<>();
		for (String question : List.of("premiums-by-state", "benefits-and-premiums", "premiums-by-age",
				"plans-by-network")) {
			for (String year : List.of("", "year=2014", "year=2015", "year=2016")) {
				for (String coverage : List.of("", "coverage=Medical", "coverage=Dental")) {
					addresses.add("/api/questions/" + question + "?" + year + "&" + coverage);
				}
			}
		}
		return addresses;
	}

	private long millis(String address) {
		long begun = System.nanoTime();
		assertThat(this.stack.ingest().status(address)).as(address).isEqualTo(200);
		return Duration.ofNanos(System.nanoTime() - begun).toMillis();
	}

}
