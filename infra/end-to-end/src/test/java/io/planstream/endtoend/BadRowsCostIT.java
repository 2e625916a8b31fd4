package io.planstream.endtoend;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import io.planstream.testsupport.fault.Victim;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one bad row in a hundred costs: processor time of both applications, of the broker
 * and of the database, which other load on the machine does not change.
 */
@Tag("figures")
class BadRowsCostIT {

	private static final int ONE_IN = 100;

	private static final int WARM_UP = 2;

	private static final int ROUNDS = 4;

	private static final double MOST = 1.10;

	/** The column IndividualRate. */
	private static final int RATE = 14;

	@Test
	void oneBadRowInAHundredCostsAtMostATenth() throws IOException {
		Path rates = Samples.of(0.05, 7).resolve("Rate.csv");
		Path data = Path.of("target", "bad-rows").toAbsolutePath();
		Path good = copy(rates, data.resolve("good"), Integer.MAX_VALUE);
		Path bad = copy(rates, data.resolve("bad"), ONE_IN);
		try (FaultyStack stack = FaultyStack.of("bad-rows", good)) {
			stack.ingest().option("-XX:TieredStopAtLevel=4");
			stack.consumer().option("-XX:TieredStopAtLevel=4");
			stack.stack().start();
			double ofGood = 0;
			double ofBad = 0;
			for (int round = 0; round < WARM_UP + ROUNDS; round++) {
				double first = microsPerRow(stack, good);
				double second = microsPerRow(stack, bad);
				System.out.printf(Locale.ROOT, "Processor time a row: %.2f us, with bad rows %.2f us%s%n", first,
						second, (round < WARM_UP) ? " (warming up)" : "");
				ofGood += (round < WARM_UP) ? 0 : first;
				ofBad += (round < WARM_UP) ? 0 : second;
			}
			System.out.printf(Locale.ROOT, "1 %% bad rows: %+.1f %% of processor time%n", (ofBad / ofGood - 1) * 100);
			assertThat(ofBad / ofGood).as("processor time with bad rows").isLessThanOrEqualTo(MOST);
		}
	}

	private static double microsPerRow(FaultyStack stack, Path data) {
		Duration before = processorTime(stack);
		String run = stack.stack().postRun(data, ", \"force\": true, \"rejectShare\": 0.5").get("runId").asString();
		stack.stack().awaitComplete(run, Duration.ofMinutes(5));
		Duration took = processorTime(stack).minus(before);
		return took.toNanos() / 1e3 / stack.number("select sum(rows_read) from slice where run_id = '" + run + "'");
	}

	private static Duration processorTime(FaultyStack stack) {
		return stack.victims()
			.values()
			.stream()
			.map(Victim::process)
			.map((process) -> process.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

	private static Path copy(Path rates, Path directory, int oneIn) throws IOException {
		Files.createDirectories(directory);
		try (BufferedReader in = Files.newBufferedReader(rates);
				BufferedWriter out = Files.newBufferedWriter(directory.resolve("Rate.csv"));
				Stream<String> lines = in.lines()) {
			int number = 0;
			for (String line : (Iterable<String>) lines::iterator) {
				out.write((number++ % oneIn == oneIn - 1) ? spoilt(line) : line);
				out.write('\n');
			}
		}
		return directory;
	}

	private static String spoilt(String line) {
		String[] fields = line.split(",", -1);
		fields[RATE] = "n/a";
		return String.join(",", fields);
	}

}
