package io.planstream.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.planstream.model.SchemaVersion;
import io.planstream.testsupport.fault.FakeClock;
import io.planstream.testsupport.fault.SmallDisk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What happens to the machines and the release in the middle of a run: clocks jump, disks
 * are full, the applications are replaced by those of the next release. Afterwards the
 * tables are those of an undisturbed run.
 */
@Tag("long")
class MachineFaultsIT {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final String SET_BACK = "The machine's clock was set back";

	private static final String ASSIGNED = "partitions assigned";

	private static final String CONSUMED = "planstream_partitions_consumed";

	/** Two of rows, one of rejects. */
	private static final int CONSUMERS = 3;

	private static final int MEGABYTES = 400;

	private static final Path DIRECTORY = Stack.directory("machine");

	private static SmallDisk disk;

	private static SmallDisk uploads;

	private static FakeClock ofIngest;

	private static FakeClock ofConsumer;

	private static FaultyStack stack;

	@BeforeAll
	static void start() {
		disk = disk("database", MEGABYTES);
		uploads = disk("uploads", 1);
		ofIngest = clock("ingest");
		ofConsumer = clock("consumer");
		stack = FaultyStack.of("machine", Samples.of(0.001, 7), disk.folder().resolve("data"));
		stack.ingest()
			.with("planstream.data.uploads", uploads.folder().toString())
			.with("planstream.data.kept-free", "0B");
		ofIngest.environment().forEach(stack.ingest()::with);
		ofConsumer.environment().forEach(stack.consumer()::with);
		stack.undisturbed();
	}

	private static SmallDisk disk(String name, int megabytes) {
		return SmallDisk.mount(DIRECTORY.resolve("disk-of-" + name), megabytes)
			.orElseGet(
					missing("No file system can be mounted: faults of machines are NOT TESTED. Run as root on Linux."));
	}

	private static FakeClock clock(String name) {
		return FakeClock.of(DIRECTORY.resolve("clock-of-" + name))
			.orElseGet(missing("libfaketime is not installed: faults of machines are NOT TESTED. Install it (Debian: "
					+ "package " + FakeClock.PACKAGE + ")."));
	}

	private static <T> Supplier<T> missing(String message) {
		return () -> {
			Programs.leaveOut(message);
			throw new IllegalStateException(message);
		};
	}

	@AfterAll
	static void stop() {
		if (stack != null) {
			stack.close();
		}
		Stream.of(disk, uploads).filter((mounted) -> mounted != null).forEach(SmallDisk::close);
	}

	@Test
	void clocksThatJumpAnHourForwardAndBackChangeNothing() {
		String run = stack.beginAndSeeItMove(500);
		for (FakeClock clock : List.of(ofIngest, ofConsumer)) {
			String whose = (clock == ofIngest) ? "ingest-app" : "consumer-app";
			for (Duration ahead : List.of(HOUR, Duration.ZERO, HOUR.negated(), Duration.ZERO)) {
				clock.jumpTo(ahead);
				String when = "the clock of " + whose + " jumped to " + ahead;
				stack.assertRowsMove(run, when);
				assertAllMove(run, when);
			}
		}
		ofIngest.jumpTo(HOUR);
		ofConsumer.jumpTo(HOUR.negated());
		assertThat(stack.ended(run)).as("all jumps came while the run was running").isFalse();
		stack.assertUndisturbed(run);
		assertThat(stack.number("select attempt from run where run_id = '" + run + "'")).isEqualTo(1);
		assertThat(stack.number("select count(*) from flow where delay_millis < 0 or max_delay_millis < 0")).isZero();
		ofIngest.jumpTo(Duration.ZERO);
		ofConsumer.jumpTo(Duration.ZERO);
		assertANewRunServesAndItsFlowIsSeen();
	}

	/**
	 * Not only some rows have to move. This also lets a consumer that lost its connection
	 * find its coordinator again before the next jump: one that cannot say goodbye to it
	 * is waited for.
	 */
	private static void assertAllMove(String run, String when) {
		long published = stack.number("select sum(rows_published) from slice where run_id = '" + run + "'");
		await("what was published to be applied when " + when).atMost(Duration.ofSeconds(10))
			.until(() -> stack.appliedRows(run) >= published);
	}

	/** The clocks were set back since runs were begun and rows were applied. */
	private static void assertANewRunServesAndItsFlowIsSeen() {
		String run = stack.begin("");
		stack.assertUndisturbed(run);
		assertThat(stack.number("select count(distinct run_id) from serving_run")).isEqualTo(1);
		assertThat(stack.number("select count(*) from serving_run where run_id = '" + run + "'")).isPositive();
		assertThat(
				stack.number("select count(*) from v_flow_now where second between utc_timestamp() - interval 2 minute "
						+ "and utc_timestamp() + interval 5 second"))
			.as("seconds of now in the flow of now")
			.isPositive();
	}

	/**
	 * Kafka's clients remember when they connected last, and rest before the next time.
	 */
	@Test
	void aConnectionThatWasMadeWhileTheClockWasAheadCanBeMadeAgain() {
		String run = stack.beginAndSeeItMove(500);
		jumpBoth(HOUR);
		stack.broker().network().cut();
		stack.assertRowsMove(run, "all connect again while clocks are ahead");
		for (Duration ahead : List.of(Duration.ZERO, HOUR.negated())) {
			setBackBoth(ahead);
			stack.broker().network().cut();
			stack.assertRowsMove(run, "connections were lost after clocks were set back to " + ahead);
			await("both to be ready").atMost(Duration.ofSeconds(20))
				.until(() -> Stream.of(stack.ingest(), stack.consumer())
					.allMatch((app) -> app.status("/actuator/health/readiness") == 200));
		}
		assertThat(stack.ended(run)).as("all came while the run was running").isFalse();
		jumpBoth(Duration.ZERO);
		stack.assertUndisturbed(run);
	}

	private static void jumpBoth(Duration ahead) {
		ofIngest.jumpTo(ahead);
		ofConsumer.jumpTo(ahead);
	}

	/** Returns when what waits by the clocks has begun anew. */
	private static void setBackBoth(Duration ahead) {
		long producers = stack.ingest().linesWith(SET_BACK);
		long assigned = stack.consumer().linesWith(ASSIGNED);
		long partitions = stack.consumer().metric(CONSUMED);
		jumpBoth(ahead);
		await("a new producer and new consumers").atMost(Duration.ofSeconds(10))
			.until(() -> stack.ingest().linesWith(SET_BACK) > producers
					&& stack.consumer().linesWith(ASSIGNED) >= assigned + CONSUMERS
					&& stack.consumer().metric(CONSUMED) == partitions);
	}

	@Test
	void aDatabaseWhoseDiskIsFullIsWaitedFor() {
		String run = stack.beginAndSeeItMove(2_000);
		disk.fill();
		await("consumption to wait").atMost(Duration.ofMinutes(2))
			.until(() -> stack.consumer().status("/actuator/health/readiness") == 503);
		long before = stack.database().process().isAlive() ? stack.appliedRows(run) : -1;
		System.out.println("The disk under the database is full: the server "
				+ (stack.database().process().isAlive() ? "says so" : "ended"));
		assertThat(stack.consumer().status("/actuator/health/liveness")).isEqualTo(200);
		disk.free();
		if (!stack.database().process().isAlive()) {
			stack.database().startAgain();
		}
		stack.assertRowsMove(run, "the database's disk was full, at " + before + " rows");
		stack.assertUndisturbed(run);
	}

	@Test
	void anUploadThatTheDiskDoesNotHoldIsRefusedAndLeavesNothing() throws Exception {
		byte[] tooLarge = new byte[1_500_000];
		assertRefused(HttpRequest.BodyPublishers.ofByteArray(tooLarge), "of a stated length");
		assertRefused(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)),
				"of a length that nobody knows before");
		HttpResponse<String> fits = upload(HttpRequest.BodyPublishers.ofByteArray(new byte[500_000]));
		assertThat(fits.statusCode()).as(fits.body()).isEqualTo(201);
		Files.delete(uploads.folder().resolve("upload.csv"));
	}

	private static void assertRefused(HttpRequest.BodyPublisher body, String which) throws Exception {
		HttpResponse<String> refused = upload(body);
		assertThat(refused.body()).as(which).contains("NO_SPACE", "Delete some, or set planstream.data.uploads");
		assertThat(refused.statusCode()).as(which).isEqualTo(507);
		try (Stream<Path> left = Files.list(uploads.folder())) {
			assertThat(left).as("files left of one " + which).isEmpty();
		}
	}

	private static HttpResponse<String> upload(HttpRequest.BodyPublisher body)
			throws IOException, InterruptedException {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.build()
			.send(HttpRequest.newBuilder(URI.create(stack.ingest().base() + "/api/files?name=upload.csv"))
				.header("Content-Type", "application/octet-stream")
				.timeout(Duration.ofSeconds(60))
				.POST(body)
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * ingest-app of the next release migrates while consumer-app of the one before still
	 * applies.
	 */
	@Test
	void theNextReleaseEndsARunOfTheSameContract() throws IOException {
		String run = stack.beginAndSeeItMove(1_000);
		stack.ingest().close();
		int next = SchemaVersion.CURRENT + 1;
		Path migrations = Files.createDirectories(DIRECTORY.resolve("migrations"));
		Files.writeString(migrations.resolve("V" + next + "__next_release.sql"), """
				alter table source_watermark add column of_next_release int not null default 7;
				alter table run add column of_next_release varchar(20) null;
				create index of_next_release on rate_by_age (run_id, state_code, age);
				""");
		stack.ingest().with("spring.flyway.locations", "classpath:db/migration,filesystem:" + migrations);
		stack.ingest().start().awaitReady();
		assertThat(stack.number("select max(cast(version as signed)) from flyway_schema_history")).isEqualTo(next);
		stack.assertRowsMove(run, "ingest-app of the next release had migrated");
		stack.consumer().close();
		stack.consumer().start().awaitReady();
		assertThat(stack.ended(run)).as("both were replaced while the run was running").isFalse();
		stack.assertUndisturbed(run);
		assertThat(stack
			.number("select count(*) from source_watermark where run_id = '" + run + "' and of_next_release <> 7"))
			.isZero();
	}

}
