package io.planstream.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.planstream.testsupport.reference.Excerpts;
import io.planstream.testsupport.reference.Reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Real excerpts, files with broken rows, records that are lost before they are applied,
 * and how soon people see those that are not.
 */
class BrokenAndLostIT {

	private static final Path DATA = Path.of("target", "broken-and-lost").toAbsolutePath();

	private static Stack stack;

	@BeforeAll
	static void start() throws IOException {
		Files.createDirectories(DATA);
		stack = Stack.start("broken-and-lost", DATA);
	}

	@AfterAll
	static void stop() {
		stack.close();
	}

	@Test
	void theExcerptsOfTheRealFilesAreAppliedToTheRow() throws IOException {
		Assumptions.assumeTrue(Excerpts.find().isPresent(), Excerpts.missing());
		Path data = copy(Excerpts.find().orElseThrow(), "excerpts");
		String run = stack.postRun(data, "").get("runId").asString();
		stack.awaitComplete(run);
		assertThat(count("select count(*) from rejected_row where run_id = ?", run)).isZero();
		Tables.of(stack.database(), run);
		new AgainstReference(stack.database().rootClient(), run).assertEveryTableEqual(Reference.ofFolder(data));
	}

	@Test
	void brokenRowsAreKeptWithLineColumnAndReasonAndNothingElseIsLost() throws IOException {
		String header = "BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRate,"
				+ "IndividualTobaccoRate";
		String good = "2030,ZZ,12345,12345ZZ0010001,Rating Area 1,No Preference,21,100.00,";
		Path data = Files.createDirectories(DATA.resolve("broken"));
		Files.write(data.resolve("rates.csv"),
				String
					.join("\r\n", header, good, good.replace("100.00", "n/a"), "",
							good.replace("No Preference", "\"open"), good, "2030,ZZ",
							good.replace("Rating", "R\u00e4ting"), good, good.replace("Rating", "Ra\u0000ting"),
							good + ",,,", good.replace("Rating", "y".repeat(10_000_000)), good)
					.getBytes(StandardCharsets.ISO_8859_1));
		String run = stack.postRun(data, "").get("runId").asString();
		stack.awaitComplete(run);
		assertThat(stack.database()
			.rootClient()
			.sql("select concat_ws(' ', line, coalesce(column_name, '-'), reason) from rejected_row where run_id = ? "
					+ "order by line")
			.param(run)
			.query(String.class)
			.list()).containsExactly("3 IndividualRate NOT_A_NUMBER", "5 - UNCLOSED_QUOTE", "7 - TOO_FEW_FIELDS",
					"8 - NOT_UTF8", "10 - NUL_BYTE", "11 - TOO_MANY_FIELDS", "12 - RECORD_TOO_LONG");
		assertThat(count("select max(length(raw_text)) from rejected_row where run_id = ?", run)).isEqualTo(16 * 1024);
		assertThat(stack.database()
			.readerClient()
			.sql("select concat_ws(' ', rows_read, rows_published, rows_rejected, rows_applied, reconciled) "
					+ "from v_reconciliation where run_id = ?")
			.param(run)
			.query(String.class)
			.single()).isEqualTo("11 4 7 4 1");
	}

	/** The log says what is published, a view what people see. */
	@Test
	void aPublishedRowIsInTheViewsWithinTwoSeconds() throws Exception {
		// what a process does for the first time takes longer, and is no figure of a
		// stream
		stack.awaitComplete(stack.postRun(copy(Samples.of(0.001, 7), "before"), "").get("runId").asString());
		LocalDateTime begun = stack.database().root().queryForObject("select utc_timestamp()", LocalDateTime.class);
		int rows = 2_000;
		Path data = Files.createDirectories(DATA.resolve("live"));
		Files.writeString(data.resolve("rates.csv"),
				"BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,"
						+ "IndividualRate,IndividualTobaccoRate\n"
						+ "2031,YY,12345,12345YY0010001,Rating Area 1,No Preference,21,100.00,\n".repeat(rows));
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
			long before = records(admin);
			String run = stack.postRun(data, ", \"rowsPerSecond\": 400").get("runId").asString();
			await().atMost(Duration.ofSeconds(20)).until(() -> records(admin) > before);
			int looks = 0;
			while (visible() < rows) {
				long published = Math.min(records(admin) - before, rows);
				await(published + " rows to be visible").atMost(Duration.ofSeconds(2))
					.pollInterval(Duration.ofMillis(20))
					.until(() -> visible() >= published);
				looks++;
			}
			assertThat(looks).as("looks at a run that was flowing").isGreaterThanOrEqualTo(5);
			stack.awaitComplete(run);
			assertThat(stack.database()
				.readerClient()
				.sql("select max(max_delay_seconds) from v_flow_now where dataset = 'rate' and second > ?")
				.param(begun)
				.query(Double.class)
				.single()).isLessThan(2);
		}
	}

	private static long records(Admin admin) throws Exception {
		Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
		admin.describeTopics(List.of("marketplace.rate.v1"))
			.allTopicNames()
			.get()
			.values()
			.forEach((topic) -> topic.partitions()
				.forEach((partition) -> latest.put(new TopicPartition(topic.name(), partition.partition()),
						OffsetSpec.latest())));
		return admin.listOffsets(latest).all().get().values().stream().mapToLong((end) -> end.offset()).sum();
	}

	private static long visible() {
		return stack.database()
			.readerClient()
			.sql("select coalesce(sum(rates + set_aside), 0) from v_premium where business_year = 2031")
			.query(Long.class)
			.single();
	}

	@Test
	void recordsLostBeforeTheyWereAppliedAreSentAgainByRepair() throws Exception {
		Path data = copy(Samples.of(0.001, 3), "lost");
		Path undisturbed = copy(Samples.of(0.001, 3), "undisturbed");
		String first = stack.postRun(undisturbed, "").get("runId").asString();
		stack.awaitComplete(first);
		Map<String, List<String>> expected = Tables.of(stack.database(), first);
		stack.consumer().close();
		String run = stack.postRun(data, ", \"force\": true").get("runId").asString();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> count("select count(*) from slice where run_id = ? and not ended", run) == 0);
		deleteHalfOfWhatIsNotApplied();
		stack.consumer().start();
		stack.post(run, "repair");
		stack.consumer().awaitReady();
		stack.awaitComplete(run);
		assertThat(Tables.of(stack.database(), run)).isEqualTo(expected);
	}

	private static void deleteHalfOfWhatIsNotApplied() throws Exception {
		Map<TopicPartition, Long> applied = new HashMap<>();
		stack.database()
			.rootClient()
			.sql("select topic, `partition`, next_offset from consumer_position")
			.query((row) -> {
				applied.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
			});
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
			Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
			applied.keySet().forEach((partition) -> latest.put(partition, OffsetSpec.latest()));
			Map<TopicPartition, RecordsToDelete> delete = new HashMap<>();
			admin.listOffsets(latest).all().get().forEach((partition, end) -> {
				long half = (applied.get(partition) + end.offset() + 1) / 2;
				delete.put(partition, RecordsToDelete.beforeOffset(half));
			});
			admin.deleteRecords(delete).all().get();
		}
	}

	private static Path copy(Path from, String name) throws IOException {
		Path to = Files.createDirectories(DATA.resolve(name));
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.filter((path) -> path.toString().matches(".*\\.csv")).toList()) {
				Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			}
		}
		return to;
	}

	private static long count(String sql, String run) {
		return stack.database().root().queryForObject(sql, Long.class, run);
	}

}
