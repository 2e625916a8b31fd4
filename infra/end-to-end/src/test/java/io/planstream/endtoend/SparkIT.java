package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import io.planstream.testsupport.reference.Excerpts;
import io.planstream.testsupport.fault.TcpProxy;
import io.planstream.testsupport.server.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The topics are filled once. The Spring consumer has applied them to one database; here
 * others are filled from the same topics by Spark, or by both, and have to be equal.
 */
class SparkIT {

	private static final Duration LIMIT = Duration.ofMinutes(5);

	/**
	 * The long form, of -Pfull, has more rows and the same number of batches, and two
	 * more tests.
	 */
	private static final boolean LONG = Boolean.getBoolean("planstream.spark-long");

	private static final double SCALE = Double.parseDouble(System.getProperty("planstream.spark-scale", "0.002"));

	private static final int BATCH = (int) (SCALE * 2_500_000);

	private static final int ALL = 10_000_000;

	private static final String BROKEN = """
			BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,IndividualTobaccoRate
			2019,AK,21989,21989AK0010001,Rating Area 1,No Preference,21,29.0,
			2019,AK,21989,21989AK0010001,Rating Area 1,No Preference,22,twenty,
			2019,TX,21989,21989TX0010001,Rating Area 1,No Preference,40,0,9999
			""";

	private static Stack stack;

	private static Map<String, List<String>> expected;

	private static long records;

	@BeforeAll
	static void applyByTheSpringConsumer(@TempDir Path broken) throws Exception {
		Files.writeString(broken.resolve("Broken.csv"), BROKEN);
		List<Path> folders = new ArrayList<>(List.of(Samples.of(SCALE, 23), broken));
		Excerpts.find().ifPresentOrElse(folders::add, () -> System.out.println(Excerpts.missing()));
		stack = Stack.start("spark", folders.toArray(new Path[0]));
		SparkProcess.publishWhatCannotBeDecoded(stack.bootstrapServers());
		for (Path folder : folders) {
			stack.awaitComplete(stack.postRun(folder, "").get("runId").asString());
		}
		awaitFresh(stack.database());
		records = position(stack.database());
		expected = Contents.of(stack.database());
		// in the same group it would take partitions from the one of a test
		stack.consumer().close();
		stack.ingest().close();
		assertThat(expected).containsKeys("rate_by_age", "plan", "source_watermark");
		List.of("rejected_row", "dead_letter", "rate_percentile", "benefit_by_metal")
			.forEach((table) -> assertThat(expected.get(table)).as(table).isNotEmpty());
	}

	@AfterAll
	static void stop() {
		stack.close();
	}

	@Test
	void sparkWaitsOutTheDatabaseThenBothEnginesWorkAndALostCommitOfTheCheckpointChangesNothing(@TempDir Path directory)
			throws IOException {
		try (TestDatabase database = SparkProcess.databaseWithRuns(stack.database());
				TcpProxy network = TcpProxy.toDatabase(database.jdbcUrl());
				AppProcess spark = slow(database, directory).with("planstream.jdbc.url",
						network.through(database.jdbcUrl()));
				AppProcess consumer = stack.consumerOf(database, directory)) {
			spark.start();
			awaitPosition(database, 1);
			cut(network, spark, database);
			consumer.start();
			awaitEqual(database, spark);
			assertThat(rowsApplied(spark)).as("rows applied by Spark").isPositive();
			assertThat(rowsApplied(consumer)).as("rows applied by consumer-app").isPositive();
			consumer.kill();
			spark.kill();
			Files.delete(last(SparkProcess.checkpoint(directory).resolve("commits")));
			spark.start().awaitReady();
			await("the last batch to be read again").atMost(LIMIT)
				.until(() -> spark.metric("planstream_records_skipped_total") > 0);
			assertThat(rowsApplied(spark)).isZero();
			assertThat(Contents.of(database)).isEqualTo(expected);
		}
	}

	/** In the long form for longer than any time-out of the pool and the driver. */
	private static void cut(TcpProxy network, AppProcess spark, TestDatabase database) {
		network.refuse(true);
		await().atMost(LIMIT).until(() -> spark.status("/actuator/health/readiness") == 503);
		assertThat(spark.metric("planstream_consumption_interrupted")).isEqualTo(1);
		long before = position(database);
		assertThat(before).as("records applied before the database was away").isBetween(1L, records - 1);
		Duration away = Duration.ofSeconds(LONG ? 45 : 2);
		await().during(away).atMost(away.plusSeconds(30)).until(() -> {
			assertThat(spark.isAlive()).as(spark::logEnd).isTrue();
			return spark.status("/actuator/health/liveness") == 200 && spark.status("/actuator/health/readiness") == 503
					&& position(database) == before;
		});
		network.refuse(false);
		spark.awaitReady();
		awaitPosition(database, before + 1);
		assertThat(spark.metric("planstream_consumption_interrupted")).isZero();
	}

	@Test
	void undisturbedSparkFillsTheSameTablesAndItsCountersAddUp(@TempDir Path directory) {
		assumeLong();
		try (TestDatabase database = SparkProcess.databaseWithRuns(stack.database());
				AppProcess spark = local(database, directory, ALL)) {
			spark.start();
			awaitEqual(database, spark);
			await().until(() -> spark.metric("planstream_records_received_total") == records);
			assertThat(rowsApplied(spark))
				.isEqualTo(number(database, "select sum(applied_rows) from source_watermark"));
		}
	}

	@Test
	void theEnginesTakeOverFromEachOtherInMidRunAlsoWithoutTheCheckpoint(@TempDir Path directory) throws IOException {
		assumeLong();
		try (TestDatabase database = SparkProcess.databaseWithRuns(stack.database());
				AppProcess spark = slow(database, directory);
				AppProcess consumer = stack.consumerOf(database, directory)) {
			spark.start();
			awaitPosition(database, 3_000);
			spark.kill();
			long bySpark = position(database);
			consumer.start();
			awaitPosition(database, bySpark + 1);
			consumer.kill();
			long byConsumer = position(database);
			assertThat(byConsumer).isBetween(bySpark + 1, records - 1);
			FileSystemUtils.deleteRecursively(SparkProcess.checkpoint(directory));
			spark.start();
			awaitPosition(database, byConsumer + 1);
			assertThat(spark.metric("planstream_records_skipped_total")).as("read before the positions").isZero();
			assertThat(spark.metric("planstream_records_received_total")).isLessThanOrEqualTo(records - byConsumer);
			consumer.start();
			awaitEqual(database, spark);
		}
	}

	private static void assumeLong() {
		assumeTrue(LONG, "Done by mvn -Pfull verify");
	}

	/** Alone it takes longer than consumer-app takes to start. */
	private static AppProcess slow(TestDatabase database, Path directory) {
		return local(database, directory, (int) (records / 100)).with("planstream.trigger.millis", "1000");
	}

	private static AppProcess local(TestDatabase database, Path directory, int maxOffsets) {
		return SparkProcess.local(stack.bootstrapServers(), database, directory, maxOffsets)
			.option(SparkProcess.SHORT_LIVED);
	}

	@Test
	void aClusterOfTwoWorkersSharesTheWorkAndOneOfThemMayDie(@TempDir Path directory) {
		try (TestDatabase database = SparkProcess.databaseWithRuns(stack.database());
				RunningSparkCluster cluster = RunningSparkCluster.start(directory);
				AppProcess spark = cluster.job(stack.bootstrapServers(), database, directory, BATCH)) {
			spark.start();
			await("tasks on both workers").atMost(LIMIT).until(() -> {
				assertThat(spark.isAlive()).as(spark::logEnd).isTrue();
				return cluster.executors().size() == 2 && position(database) > 0
						&& tasks(spark).values().stream().filter((tasks) -> tasks > 0).count() == 2;
			});
			assertThat(cluster.workersWithAnExecutor()).isEqualTo(2);
			cluster.killAWorkerAndItsExecutor();
			assertThat(position(database)).as("records applied before a worker died").isLessThan(records);
			awaitEqual(database, spark);
		}
	}

	private static long rowsApplied(AppProcess engine) {
		return engine.metric("planstream_rows_applied_total");
	}

	/** Tasks by executor. */
	private static Map<String, Long> tasks(AppProcess spark) {
		return spark.get("/actuator/prometheus")
			.lines()
			.filter((line) -> line.startsWith("planstream_spark_tasks_total{"))
			.collect(Collectors.toMap((line) -> line.substring(line.indexOf('"'), line.lastIndexOf('"')),
					(line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
	}

	private static void awaitEqual(TestDatabase database, AppProcess spark) {
		await().atMost(LIMIT).until(() -> {
			assertThat(spark.isAlive()).as(spark::logEnd).isTrue();
			return position(database) == records;
		});
		awaitFresh(database);
		Map<String, List<String>> contents = Contents.of(database);
		assertThat(contents.keySet()).isEqualTo(expected.keySet());
		contents.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(expected.get(table)));
	}

	private static void awaitFresh(TestDatabase database) {
		await().until(() -> number(database, "select count(*) from rate_percentile_stale") == 0);
	}

	private static void awaitPosition(TestDatabase database, long position) {
		await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> position(database) >= position);
	}

	private static long position(TestDatabase database) {
		return number(database, "select coalesce(sum(next_offset), 0) from consumer_position");
	}

	private static long number(TestDatabase database, String sql) {
		return database.root().queryForObject(sql, Long.class);
	}

	private static Path last(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.getFileName().toString().matches("\\d+"))
				.max(Comparator.comparingLong((file) -> Long.parseLong(file.getFileName().toString())))
				.orElseThrow();
		}
	}

}
