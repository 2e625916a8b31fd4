package io.planstream.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How fast each engine applies topics that are filled already, and what processor time it
 * takes: the figures of docs/scaling.md. {@code -Dplanstream.engine-speed=0.05} says at
 * what scale.
 */
@EnabledIfSystemProperty(named = "planstream.engine-speed", matches = "[0-9.]+")
class EngineSpeedIT {

	@Test
	void bothEnginesApplyTheSameTopics(@TempDir Path directory) {
		Path data = Samples.of(Double.parseDouble(System.getProperty("planstream.engine-speed")), 5);
		try (Stack stack = Stack.start("engine-speed", data)) {
			String run = stack.postRun(data, "").get("runId").asString();
			stack.awaitComplete(run, Duration.ofMinutes(20));
			stack.ingest().close();
			stack.consumer().close();
			long records = position(stack.database());
			try (TestDatabase database = SparkProcess.databaseWithRuns(stack.database());
					AppProcess consumer = stack.consumerOf(database, directory)) {
				measure("consumer-app", consumer, database, records);
			}
			try (TestDatabase database = SparkProcess.databaseWithRuns(stack.database());
					AppProcess spark = SparkProcess.local(stack.bootstrapServers(), database, directory, 400_000)) {
				measure("spark-app", spark, database, records);
			}
		}
	}

	private static void measure(String name, AppProcess engine, TestDatabase database, long records) {
		engine.start();
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(10)).until(() -> position(database) > 0);
		long first = position(database);
		Duration cpu = engine.cpu();
		Duration serverCpu = serverCpu();
		long begun = System.nanoTime();
		await().atMost(Duration.ofMinutes(20))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> position(database) == records);
		double seconds = (System.nanoTime() - begun) / 1e9;
		double used = engine.cpu().minus(cpu).toMillis() / 1e3;
		double server = serverCpu().minus(serverCpu).toMillis() / 1e3;
		System.out.printf(Locale.ROOT,
				"EngineSpeedIT: %s applied %d records in %.1f s: %.0f a second; its processor time %.1f s: %.0f records a "
						+ "second and core; the database's %.1f s%n",
				name, records - first, seconds, (records - first) / seconds, used, (records - first) / used, server);
		assertThat(used).isPositive();
	}

	private static Duration serverCpu() {
		return ProcessHandle.current()
			.descendants()
			.filter((process) -> process.info().command().filter((command) -> command.contains("mariadbd")).isPresent())
			.flatMap((process) -> process.info().totalCpuDuration().stream())
			.reduce(Duration.ZERO, Duration::plus);
	}

	private static long position(TestDatabase database) {
		return database.root()
			.queryForObject("select coalesce(sum(next_offset), 0) from consumer_position", Long.class);
	}

}
