package io.planstream.ingest.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.planstream.model.RunId;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.plan.PlanRow;
import io.planstream.model.rate.RateRow;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PublishIT {

	@TempDir
	static Path data;

	private static TestDatabase database;

	private static App app;

	@BeforeAll
	static void start() {
		database = TestDatabase.createEmpty();
		app = App.start(database, data);
	}

	@AfterAll
	static void stop() {
		app.close();
		database.close();
	}

	@Test
	void publishesEveryRowOnceAndEndsEverySlice() {
		Path file = RateFile.ofRows(2016, 1000).write(data, "Rate.csv");
		String run = app.rest().beginRun(file);
		awaitEnded(run);
		List<Topic.Stored> records = Topic.of(run);
		assertThat(records).filteredOn((stored) -> stored.record() instanceof PublishedRecord.OfRow).hasSize(1000);
		assertThat(records).filteredOn((stored) -> stored.record() instanceof PublishedRecord.EndOfSlice)
			.as("three partitions and the rejects")
			.hasSize(4);
		for (Map.Entry<String, List<Long>> stream : Topic.sequences(records).entrySet()) {
			assertThat(stream.getValue()).as(stream.getKey())
				.containsExactlyElementsOf(LongStream.range(0, stream.getValue().size()).boxed().toList());
		}
	}

	@Test
	void aRecordSaysWhatItsRowSaysAndWhereItStood() {
		Path file = new RateFile().row(2016, "AK", "Rating Area 3", "21", "29.005").write(data, "one.csv");
		String run = app.rest().beginRun(file);
		awaitEnded(run);
		List<PublishedRecord.OfRow> rates = rows(run, Dataset.RATE);
		assertThat(rates).singleElement().satisfies((rate) -> {
			assertThat(rate.line()).isEqualTo(2);
			assertThat(rate.sequence()).isZero();
			assertThat(rate.provenance()).isEqualTo(new Provenance(RunId.parse(run), 0, 1));
			RateRow row = (RateRow) rate.row();
			assertThat(row.stateCode()).isEqualTo("AK");
			assertThat(row.ratingArea()).isEqualTo("Rating Area 3");
			assertThat(row.individualCents()).isEqualTo(2901);
			assertThat(row.plan()).isEqualTo(PlanFacts.UNKNOWN);
		});
	}

	@Test
	void readsAnArchiveAndEnrichesItsRatesWithItsPlans() throws IOException {
		String rates = Files.readString(RateFile.ofRows(2016, 700).write(data, "archived.csv"));
		String plans = "BusinessYear,StateCode,IssuerId,PlanId,StandardComponentId,PlanMarketingName,MetalLevel,PlanType,"
				+ "MarketCoverage,DentalOnlyPlan,CSRVariationType,NetworkId,ServiceAreaId\n"
				+ "2016,AK,12345,12345AK0010001-01,12345AK0010001,One,Gold,PPO,Individual,No,Standard,AKN001,AKS001\n"
				+ "2016,AK,12345,12345AK0010001-00,12345AK0010001,One,Silver,HMO,Individual,No,Standard,AKN001,AKS001\n";
		Path archive = data.resolve("both.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
			zip.putNextEntry(new ZipEntry("Rate.csv"));
			zip.write(rates.getBytes(StandardCharsets.UTF_8));
			zip.putNextEntry(new ZipEntry("PlanAttributes.csv"));
			zip.write(plans.getBytes(StandardCharsets.UTF_8));
		}
		String run = app.rest().beginRun(archive);
		awaitEnded(run);
		assertThat(rows(run, Dataset.RATE)).hasSize(700)
			.filteredOn((rate) -> rate.row().stateCode().equals("AK"))
			.hasSize(100)
			.allSatisfy((rate) -> assertThat(((RateRow) rate.row()).plan().metalLevel()).isEqualTo("Silver"));
		assertThat(rows(run, Dataset.PLAN_ATTRIBUTES)).extracting((plan) -> ((PlanRow) plan.row()).baseVariant())
			.containsExactly(false, true);
	}

	private static List<PublishedRecord.OfRow> rows(String run, Dataset dataset) {
		return Topic.of(run)
			.stream()
			.map(Topic.Stored::record)
			.filter(PublishedRecord.OfRow.class::isInstance)
			.map(PublishedRecord.OfRow.class::cast)
			.filter((record) -> record.dataset() == dataset)
			.toList();
	}

	private static void awaitEnded(String run) {
		await().until(() -> database.root()
			.queryForObject("select count(*) from slice where run_id = ? and not ended", Integer.class, run) == 0);
	}

}
