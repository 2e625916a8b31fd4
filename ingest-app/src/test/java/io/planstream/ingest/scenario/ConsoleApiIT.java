package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the console asks beyond the runs themselves.
 */
class ConsoleApiIT extends Scenario {

	@Override
	String[] settings() {
		return new String[] { "planstream.superset.url", "http://superset.example:8088/" };
	}

	@Test
	void aQuestionIsAnsweredFromTheRunThatServes() {
		complete(new RateFile().row(2051, "AK", "Rating Area 1", "21", "100.00")
			.row(2051, "AK", "Rating Area 1", "40", "200.00")
			.row(2051, "WY", "Rating Area 1", "40", "400.00")
			.row(2051, "WY", "Rating Area 1", "40", "9999.00")
			.write(data, "Rate2051.csv"));
		JsonNode states = rest().get("/api/questions/premiums-by-state?year=2051").body().get("rows");
		assertThat(texts(states, "stateCode")).containsExactly("WY", "AK");
		assertThat(states.get(0).get("averagePremium").decimalValue()).isEqualByComparingTo("400");
		assertThat(states.get(1).get("averagePremium").decimalValue()).isEqualByComparingTo("150");
		assertThat(states.get(0).get("rates").asLong()).isEqualTo(1);
		JsonNode ages = rest().get("/api/questions/premiums-by-age?year=2051&coverage=Unknown").body().get("rows");
		assertThat(texts(ages, "age")).containsExactly("21", "40");
		assertThat(ages.get(1).get("averagePremium").decimalValue()).isEqualByComparingTo("300");
		assertThat(rest().get("/api/questions/premiums-by-age?year=2051&coverage=Dental").body().get("rows")).isEmpty();
	}

	@Test
	void theQuestionsSayWhatTheyCanBeFilteredByAndWhereSupersetSaysMore() {
		complete(RateFile.ofRows(2052, 10).write(data, "Rate2052.csv"));
		JsonNode questions = rest().get("/api/questions").body();
		assertThat(texts(questions.get("questions"), "id")).containsExactly("premiums-by-state",
				"benefits-and-premiums", "premiums-by-age", "plans-by-network");
		assertThat(questions.get("questions").get(0).get("dashboard").asString())
			.isEqualTo("http://superset.example:8088/superset/dashboard/planstream-premiums/");
		assertThat(questions.get("years")).anyMatch((year) -> year.asInt() == 2052);
		assertThat(rest().get("/api/questions/why").text("code")).isEqualTo("INVALID_REQUEST");
		assertThat(rest().get("/api/questions/premiums-by-age?year=twelve").status()).isEqualTo(400);
		assertThat(rest().get("/api/questions/premiums-by-age?coverage=%27%20or%201=1").status()).isEqualTo(400);
	}

	@Test
	void benefitsAndNetworksAreToldOfTheirPlans() {
		complete(planOfTwelveBenefits(2058, data.resolve("plan2058")));
		JsonNode bands = rest().get("/api/questions/benefits-and-premiums?year=2058&coverage=Medical")
			.body()
			.get("rows");
		assertThat(bands).hasSize(1);
		assertThat(bands.get(0).get("metalLevel").asString()).isEqualTo("Silver");
		assertThat(bands.get(0).get("benefitsFrom").asInt()).as("12 benefits").isEqualTo(10);
		assertThat(bands.get(0).get("plans").asLong()).isEqualTo(1);
		assertThat(bands.get(0).get("averagePremium").decimalValue()).isEqualByComparingTo("310.5");
		JsonNode networks = rest().get("/api/questions/plans-by-network?year=2058").body().get("rows");
		assertThat(texts(networks, "networkName")).containsExactly("The Network");
		assertThat(networks.get(0).get("networkId").asString()).isEqualTo("AKN001");
		assertThat(List.of(sum(networks, "plans"), sum(networks, "hmo"), sum(networks, "ppo"))).containsExactly(1L, 1L,
				0L);
		assertThat(rest().get("/api/questions/plans-by-network?year=2059").body().get("rows")).isEmpty();
		assertThat(rest().get("/api/questions/benefits-and-premiums?year=2058&coverage=Dental").body().get("rows"))
			.isEmpty();
	}

	private static Path planOfTwelveBenefits(int year, Path folder) {
		RateFile.writeText(folder.resolve("PlanAttributes.csv"),
				"BusinessYear,StateCode,IssuerId,PlanId,StandardComponentId,PlanMarketingName,MetalLevel,PlanType,"
						+ "MarketCoverage,DentalOnlyPlan,CSRVariationType,NetworkId,ServiceAreaId\n" + year
						+ ",AK,12345,12345AK0010001-01,12345AK0010001,One,Silver,HMO,Individual,No,Standard,AKN001,AKS001\n");
		RateFile.writeText(folder.resolve("Network.csv"), "BusinessYear,StateCode,IssuerId,NetworkId,NetworkName,"
				+ "NetworkURL\n" + year + ",AK,12345,AKN001,The Network,http://network.example\n");
		RateFile.writeText(folder.resolve("BenefitsCostSharing.csv"),
				"BusinessYear,StateCode,IssuerId,PlanId,StandardComponentId,BenefitName,IsCovered,CopayInnTier1,"
						+ "CoinsInnTier1,IsEHB\n"
						+ IntStream.rangeClosed(1, 12)
							.mapToObj((benefit) -> year + ",AK,12345,12345AK0010001-01,12345AK0010001,Benefit "
									+ benefit + ",Covered,$10,20%,Yes\n")
							.collect(Collectors.joining()));
		new RateFile().row(year, "AK", "Rating Area 1", "40", "310.50").write(folder, "Rate.csv");
		return folder;
	}

	@Test
	void slicesAndPartitionsSayHowFarTheyAre() {
		String run = rest().beginRun(RateFile.ofRows(2053, 60).write(data, "Rate2053.csv"));
		awaitPublished(run);
		JsonNode before = rest().get("/api/runs/" + run + "/slices").body();
		assertThat(before.get("slices")).hasSize(1);
		assertThat(before.get("slices").get(0).get("rows").asLong()).isEqualTo(60);
		assertThat(before.get("slices").get(0).get("share").asDouble()).isEqualTo(1);
		assertThat(before.get("slices").get(0).get("applied").asBoolean()).isFalse();
		assertThat(before.get("partitions")).hasSize(3);
		assertThat(sum(before.get("partitions"), "sent")).as("60 rows and an end in each partition").isEqualTo(63);
		assertThat(sum(before.get("partitions"), "applied")).isZero();
		apply(run);
		rest().awaitState(run, "COMPLETE");
		JsonNode after = rest().get("/api/runs/" + run + "/slices").body();
		assertThat(after.get("slices").get(0).get("applied").asBoolean()).isTrue();
		assertThat(sum(after.get("partitions"), "applied")).isEqualTo(63);
		assertThat(rest().get("/api/runs/0123456789abcdef/slices").text("code")).isEqualTo("NO_SUCH_RUN");
	}

	@Test
	void theFlowIsToldBySecondAndOnlyWhatIsNewer() {
		complete(RateFile.ofRows(2054, 10).write(data, "Rate2054.csv"));
		this.database.root()
			.update("insert into flow values ('rate', utc_timestamp(), 'marketplace.rate.v1', 0, 30, 0, 3000, 250),"
					+ " ('rate', utc_timestamp(), 'marketplace.rate.v1', 1, 10, 0, 9000, 900)");
		JsonNode flow = rest().get("/api/flow").body();
		assertThat(flow).hasSize(1);
		assertThat(flow.get(0).get("rows").asLong()).isEqualTo(40);
		assertThat(flow.get(0).get("averageDelay").asDouble()).isEqualTo(0.3);
		assertThat(flow.get(0).get("maxDelay").asDouble()).isEqualTo(0.9);
		String second = flow.get(0).get("second").asString();
		assertThat(rest().get("/api/flow?after=" + second).body()).isEmpty();
	}

	@Test
	void servingNamesTheRunOfEachYear() {
		String run = complete(RateFile.ofRows(2056, 10).write(data, "Rate2056.csv"));
		assertThat(rest().get("/api/serving").body())
			.anyMatch((served) -> served.get("runId").asString().equals(run) && served.get("complete").asBoolean()
					&& served.get("dataset").asString().equals("rate") && served.get("businessYear").asInt() == 2056);
	}

	@Test
	void rejectsAreCountedAndFilteredByReason() {
		RateFile rates = RateFile.ofRows(2057, 10).brokenRow().brokenRow().line("2057,AK");
		String run = complete(rates.write(data, "Rate2057.csv"), Map.of("rejectShare", 1));
		JsonNode all = rest().get("/api/runs/" + run + "/rejects?size=2").body();
		assertThat(all.get("rejects")).hasSize(2);
		assertThat(all.get("total").asLong()).isEqualTo(3);
		assertThat(texts(all.get("counts"), "reason")).hasSize(2).contains("TOO_FEW_FIELDS");
		JsonNode few = rest().get("/api/runs/" + run + "/rejects?reason=TOO_FEW_FIELDS&dataset=rate").body();
		assertThat(few.get("total").asLong()).isEqualTo(1);
		assertThat(few.get("rejects").get(0).get("line").asLong()).isEqualTo(14);
		assertThat(rest().get("/api/runs/" + run + "/rejects?dataset=network").body().get("total").asLong()).isZero();
		assertThat(rest().text("/api/runs/" + run + "/rejects?format=csv").lines()).as("a file of few rows").hasSize(4);
	}

	private static List<String> texts(JsonNode nodes, String field) {
		return StreamSupport.stream(nodes.spliterator(), false).map((node) -> node.get(field).asString()).toList();
	}

	private static long sum(JsonNode nodes, String field) {
		return StreamSupport.stream(nodes.spliterator(), false).mapToLong((node) -> node.get(field).asLong()).sum();
	}

}
