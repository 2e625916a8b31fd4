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
import io.planstream.model.row.PlanFacts;
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
		assertThat(records).filteredOn((stored) -> stored.record() instanceof PublishedRecord.OfRate).hasSize(1000);
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
		List<PublishedRecord.OfRate> rates = rates(run);
		assertThat(rates).singleElement().satisfies((rate) -> {
			assertThat(rate.line()).isEqualTo(2);
			assertThat(rate.sequence()).isZero();
			assertThat(rate.provenance()).isEqualTo(new Provenance(RunId.parse(run), 0, 1));
			assertThat(rate.row().stateCode()).isEqualTo("AK");
			assertThat(rate.row().ratingArea()).isEqualTo("Rating Area 3");
			assertThat(rate.row().individualCents()).isEqualTo(2901);
			assertThat(rate.plan()).isEqualTo(PlanFacts.UNKNOWN);
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
		assertThat(rates(run)).hasSize(700)
			.filteredOn((rate) -> rate.row().stateCode().equals("AK"))
			.hasSize(100)
			.allSatisfy((rate) -> assertThat(rate.plan().metalLevel()).isEqualTo("Silver"));
		assertThat(Topic.of(run).stream().map(Topic.Stored::record))
			.filteredOn(PublishedRecord.OfPlan.class::isInstance)
			.extracting((plan) -> ((PublishedRecord.OfPlan) plan).baseVariant())
			.containsExactly(false, true);
	}

	private static List<PublishedRecord.OfRate> rates(String run) {
		return Topic.of(run)
			.stream()
			.map(Topic.Stored::record)
			.filter(PublishedRecord.OfRate.class::isInstance)
			.map(PublishedRecord.OfRate.class::cast)
			.toList();
	}

	private static void awaitEnded(String run) {
		await().until(() -> database.root()
			.queryForObject("select count(*) from slice where run_id = ? and not ended", Integer.class, run) == 0);
	}

}
