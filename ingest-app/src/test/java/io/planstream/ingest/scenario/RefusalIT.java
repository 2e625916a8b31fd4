package io.planstream.ingest.scenario;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RefusalIT {

	@TempDir
	static Path data;

	private static TestDatabase database;

	private static App app;

	@BeforeAll
	static void start() {
		database = TestDatabase.create();
		app = App.start(database, data);
	}

	@AfterAll
	static void stop() {
		app.close();
		database.close();
	}

	@Test
	void refusesAPathOutsideTheDataFolder() {
		Rest.Answer answer = app.rest().begin(data.resolve("../etc"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("code")).isEqualTo("PATH_OUTSIDE_DATA_DIRECTORY");
		assertThat(answer.text("action")).contains("planstream.data.directories");
	}

	@Test
	void refusesAMissingFile() {
		Rest.Answer answer = app.rest().begin(data.resolve("none.csv"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("code")).isEqualTo("NO_SUCH_FILE");
	}

	@Test
	void namesTheMissingColumn() {
		Path file = RateFile.writeText(data.resolve("missing.csv"),
				"BusinessYear,StateCode,IssuerId,PlanId,RatingAreaId,Tobacco,Age,IndividualRates\n2016,AK,1,2,3,4,5,6\n");
		Rest.Answer answer = app.rest().begin(file);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text("code")).isEqualTo("MISSING_COLUMN");
		assertThat(answer.text("detail")).contains("missing.csv").contains("lacks IndividualRate");
		assertThat(answer.text("title")).isNotBlank();
		JsonNode inspection = app.rest().post("/api/inspections", Rest.request(file, Map.of())).body();
		assertThat(inspection.get("problems").get(0).get("code").asString()).isEqualTo("MISSING_COLUMN");
	}

	@Test
	void refusesWhatIsNoCsv() throws IOException {
		Path file = Files.write(data.resolve("picture.csv"), new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 0, 1 });
		assertThat(app.rest().begin(file).text("code")).isEqualTo("NOT_CSV");
	}

	@Test
	void listsWhatLiesInTheDataFolder() {
		Path folder = data.resolve("listed");
		RateFile.ofRows(2051, 3).write(folder, "rates.csv");
		RateFile.writeText(folder.resolve("other.csv"), "a,b\n1,2\n");
		RateFile.writeText(folder.resolve("notes.txt"), "nothing");
		List<JsonNode> files = new ArrayList<>();
		JsonNode page = app.rest().get("/api/files?size=500").body();
		page.get("files").forEach((file) -> {
			if (file.get("path").asString().contains("listed")) {
				files.add(file);
			}
		});
		assertThat(page.get("total").asInt()).isEqualTo(page.get("files").size());
		assertThat(files).extracting((file) -> file.get("name").asString()).containsExactly("other.csv", "rates.csv");
		assertThat(files.get(0).get("datasets").isEmpty()).isTrue();
		assertThat(files.get(0).get("problem").asString()).contains("other.csv").contains("no known dataset");
		assertThat(files.get(1).get("datasets").toString()).isEqualTo("[\"rate\"]");
		assertThat(files.get(1).get("sizeBytes").asLong()).isPositive();
		assertThat(files.get(1).get("uploaded").asBoolean()).isFalse();
		assertThat(files.get(1).get("ingestedRunId").isNull()).isTrue();
		assertThat(app.rest().get("/api/files?size=0").status()).isEqualTo(400);
	}

	@Test
	void theYearsOfAFileThatNobodyHasIngestedAreToldWhenItHasBeenRead() {
		Path file = new RateFile().row(2053, "AK", "Rating Area 1", "21", "100.00")
			.row(2052, "AK", "Rating Area 1", "21", "100.00")
			.write(data.resolve("unread"), "unread.csv");
		await("the years").until(() -> !listed(file).get("beingRead").asBoolean());
		assertThat(listed(file).get("years").toString()).isEqualTo("[2052,2053]");
		new RateFile().row(2054, "AK", "Rating Area 1", "21", "100.00").write(data.resolve("unread"), "unread.csv");
		await("the years of the new content").until(() -> listed(file).get("years").toString().equals("[2054]"));
	}

	private static JsonNode listed(Path file) {
		return app.rest()
			.get("/api/files?path=" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8))
			.body()
			.get("files")
			.get(0);
	}

	@Test
	void refusesTwoFilesOfOneYearUnlessMerged() {
		Path folder = data.resolve("years");
		RateFile.ofRows(2015, 3).write(folder, "one.csv");
		RateFile.ofRows(2015, 4).write(folder, "two.csv");
		assertThat(app.rest().begin(folder).text("code")).isEqualTo("YEAR_CONFLICT");
		assertThat(app.rest().begin(folder, Map.of("merge", true)).status()).isEqualTo(202);
	}

	@Test
	void refusesRequestsThatMakeNoSense() {
		assertThat(app.rest().post("/api/runs", Map.of("paths", List.of())).text("code")).isEqualTo("INVALID_REQUEST");
		assertThat(app.rest().post("/api/runs", Map.of("paths", List.of("a"), "rowsPerSecond", 0)).text("detail"))
			.contains("rowsPerSecond");
		assertThat(app.rest().post("/api/runs", null).text("code")).isEqualTo("INVALID_REQUEST");
		assertThat(app.rest().run("0123456789abcdef").status()).isEqualTo(404);
		assertThat(app.rest().run("nonsense").text("code")).isEqualTo("NO_SUCH_RUN");
		assertThat(app.rest().get("/api/runs?size=0").status()).isEqualTo(400);
	}

	@Test
	void inspectsWithoutStartingAnything() {
		Path file = RateFile.ofRows(2014, 12).write(data, "inspected.csv");
		JsonNode inspection = app.rest().post("/api/inspections", Rest.request(file, Map.of())).body();
		JsonNode found = inspection.get("files").get(0);
		assertThat(found.get("dataset").asString()).isEqualTo("rate");
		assertThat(found.get("rows").asLong()).isEqualTo(12);
		assertThat(found.get("years").get(0).asInt()).isEqualTo(2014);
		assertThat(inspection.get("alreadyIngestedRunId").isNull()).isTrue();
		assertThat(database.root()
			.queryForObject("select count(*) from source_file where file_name = 'inspected.csv'", Long.class)).isZero();
	}

	@Test
	void stopsARunWithTooManyRejectsAndResumesItWithAHigherLimit() {
		RateFile rates = RateFile.ofRows(2016, 20);
		for (int i = 0; i < 5; i++) {
			rates.brokenRow();
		}
		String run = app.rest().beginRun(rates.write(data, "rejects.csv"), Map.of("rejectCount", 2));
		JsonNode failed = app.rest().awaitState(run, "FAILED");
		assertThat(failed.get("message").asString()).contains("5 of 25 rows are rejected")
			.contains("rejects.csv, line 22: IndividualRate 'dear'")
			.contains("resume");
		Rest.Answer resumed = app.rest().post("/api/runs/" + run + "/resume", Map.of("rejectCount", 10));
		assertThat(resumed.status()).isEqualTo(202);
		await().until(() -> database.root()
			.queryForObject("select min(ended) from slice where run_id = ?", Boolean.class, run));
		assertThat(app.rest().run(run).body().get("datasets").get(0).get("rejected").asLong()).isEqualTo(5);
	}

	@Test
	void refusesToResumeAChangedFile() throws IOException {
		Path file = RateFile.ofRows(2016, 4000).write(data, "changing.csv");
		String run = app.rest().beginRun(file, Map.of("rowsPerSecond", 1000));
		app.rest().post("/api/runs/" + run + "/stop", null);
		app.rest().awaitState(run, "STOPPED");
		Files.writeString(file, Files.readString(file).replace("Rating Area 1", "Rating Area 2"));
		app.rest().post("/api/runs/" + run + "/resume", null);
		assertThat(app.rest().awaitState(run, "FAILED").get("message").asString()).contains("changed since")
			.contains("changing.csv")
			.contains("resume the run");
	}

	@Test
	void noticesAChangeThatKeepsSizeAndTime() throws IOException {
		Path file = RateFile.ofRows(2016, 4000).write(data, "forged.csv");
		var modified = Files.getLastModifiedTime(file);
		String run = app.rest().beginRun(file, Map.of("rowsPerSecond", 2000));
		await().until(() -> database.root()
			.queryForObject("select max(rows_read) from slice where run_id = ?", Long.class, run) > 0);
		app.rest().post("/api/runs/" + run + "/stop", null);
		app.rest().awaitState(run, "STOPPED");
		Files.writeString(file, Files.readString(file).replace("Rating Area 1", "Rating Area 2"));
		Files.setLastModifiedTime(file, modified);
		app.rest().post("/api/runs/" + run + "/resume", null);
		assertThat(app.rest().awaitState(run, "FAILED").get("message").asString())
			.contains("changed while it was read");
	}

	@Test
	void refusesToResumeUnderAnotherContract() {
		Path file = RateFile.ofRows(2016, 4000).write(data, "contract.csv");
		String run = app.rest().beginRun(file, Map.of("rowsPerSecond", 1000));
		app.rest().post("/api/runs/" + run + "/stop", null);
		app.rest().awaitState(run, "STOPPED");
		database.root().update("update run set contract_version = 99 where run_id = ?", run);
		Rest.Answer answer = app.rest().post("/api/runs/" + run + "/resume", null);
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.text("code")).isEqualTo("CONTRACT_VERSION");
		assertThat(answer.text("action")).contains("force");
	}

	@Test
	void refusesToResumeAFileThatWasCutShortOrGrewAndGoesOnOnceItIsBack() throws IOException {
		Path file = RateFile.ofRows(2016, 4000).write(data, "cut.csv");
		byte[] whole = Files.readAllBytes(file);
		var modified = Files.getLastModifiedTime(file);
		String run = app.rest().beginRun(file, Map.of("rowsPerSecond", 2000));
		app.rest().post("/api/runs/" + run + "/stop", null);
		app.rest().awaitState(run, "STOPPED");
		for (byte[] changed : List.of(Arrays.copyOf(whole, whole.length / 2), twice(whole))) {
			Files.write(file, changed);
			Files.setLastModifiedTime(file, modified);
			app.rest().post("/api/runs/" + run + "/resume", null);
			assertThat(app.rest().awaitState(run, "FAILED").get("message").asString()).contains("changed since")
				.contains("cut.csv");
			assertThat(rowsRead(run)).isLessThan(4000);
		}
		Files.write(file, whole);
		Files.setLastModifiedTime(file, modified);
		app.rest().post("/api/runs/" + run + "/resume", null);
		await().until(() -> rowsRead(run) == 4000);
	}

	@Test
	void noticesAFileThatIsCutShortWhileItIsRead() throws IOException {
		Path file = RateFile.ofRows(2016, 6000).write(data, "shrinking.csv");
		String run = app.rest().beginRun(file, Map.of("rowsPerSecond", 1500));
		await().until(() -> rowsRead(run) > 0);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(Files.size(file) * 9 / 10);
		}
		assertThat(app.rest().awaitState(run, "FAILED").get("message").asString()).contains("changed")
			.contains("shrinking.csv");
	}

	@Test
	void refusesToResumeOnFewerPartitionsThanTheRunWasBegunWith() {
		Path file = RateFile.ofRows(2016, 4000).write(data, "partitions.csv");
		String run = app.rest().beginRun(file, Map.of("rowsPerSecond", 1000));
		app.rest().post("/api/runs/" + run + "/stop", null);
		app.rest().awaitState(run, "STOPPED");
		database.root().update("update run set partitions = 1000 where run_id = ?", run);
		app.rest().post("/api/runs/" + run + "/resume", null);
		assertThat(app.rest().awaitState(run, "FAILED").get("message").asString()).contains("1000 partitions")
			.contains("as many partitions again");
	}

	private static byte[] twice(byte[] bytes) {
		byte[] both = Arrays.copyOf(bytes, bytes.length * 2);
		System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
		return both;
	}

	private static long rowsRead(String run) {
		return database.root()
			.queryForObject("select coalesce(sum(rows_read), 0) from slice where run_id = ?", Long.class, run);
	}

}
