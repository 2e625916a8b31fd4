package io.planstream.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What refers to something finds it, at a hundredth of the size as at the whole.
 */
class GeneratedJoinsTests {

	@TempDir
	private static Path folder;

	private static final Map<String, List<NamedCsvRecord>> FILES = new HashMap<>();

	@BeforeAll
	static void generate() throws IOException {
		GeneratedDataSet dataSet = DataSetGenerator.of(0.01, 1).writeTo(folder, (rows) -> {
		});
		for (String name : DataSetGenerator.FILES) {
			try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(dataSet.file(name).path())) {
				FILES.put(name, reader.stream().toList());
			}
			assertThat(FILES.get(name)).hasSize((int) dataSet.file(name).rows());
		}
	}

	@Test
	void everyPlanHasItsNetworkAndItsServiceArea() {
		Set<String> networks = keys(DataSetGenerator.NETWORKS, "BusinessYear", "StateCode", "IssuerId", "NetworkId");
		Set<String> areas = keys(DataSetGenerator.SERVICE_AREAS, "BusinessYear", "StateCode", "IssuerId",
				"ServiceAreaId");
		Set<String> plans = keys(DataSetGenerator.PLAN_ATTRIBUTES, "BusinessYear", "StateCode", "IssuerId",
				"NetworkId");
		assertThat(networks).containsAll(plans);
		assertThat(areas).containsAll(
				keys(DataSetGenerator.PLAN_ATTRIBUTES, "BusinessYear", "StateCode", "IssuerId", "ServiceAreaId"));
	}

	@Test
	void everyVariantListsItsBenefitsAndNoOtherDoes() {
		assertThat(keys(DataSetGenerator.BENEFITS, "BusinessYear", "StateCode", "IssuerId", "StandardComponentId",
				"PlanId"))
			.isEqualTo(keys(DataSetGenerator.PLAN_ATTRIBUTES, "BusinessYear", "StateCode", "IssuerId",
					"StandardComponentId", "PlanId"));
	}

	@Test
	void everyPlanWithAttributesHasRates() {
		Set<String> rates = rows(DataSetGenerator.RATES).map(key("BusinessYear", "PlanId")).collect(Collectors.toSet());
		assertThat(rates).containsAll(keys(DataSetGenerator.PLAN_ATTRIBUTES, "BusinessYear", "StandardComponentId"));
	}

	@Test
	void crosswalksLeadFromPlansOfAYearToPlansOfTheNext() {
		Set<String> plans = keys(DataSetGenerator.RATES, "BusinessYear", "PlanId");
		for (int year = 2015; year <= 2016; year++) {
			int to = year;
			List<NamedCsvRecord> rows = FILES.get("Crosswalk" + to + ".csv");
			assertThat(rows).isNotEmpty().allSatisfy((row) -> {
				assertThat(plans).contains((to - 1) + " " + row.getField("PlanID_" + (to - 1)));
				String target = row.getField("PlanID_" + to);
				if (target.equals("00000XX0000000")) {
					assertThat(row.getField("MetalLevel_" + to)).isEqualTo("X");
					assertThat(row.getField("IssuerID_" + to)).isEqualTo("0");
				}
				else {
					assertThat(plans).contains(to + " " + target);
				}
				assertThat(Integer.parseInt(row.getField("FIPSCode"))).isBetween(1001, 56_045);
			});
		}
	}

	@Test
	void businessRulesAreOfPlansThatAreSold() {
		Set<String> plans = keys(DataSetGenerator.RATES, "BusinessYear", "PlanId");
		assertThat(rows(DataSetGenerator.BUSINESS_RULES).filter((row) -> !row.getField("StandardComponentId").isEmpty())
			.map(key("BusinessYear", "StandardComponentId"))
			.collect(Collectors.toSet())).isSubsetOf(plans);
	}

	@Test
	void countiesAreWrittenAsFloatsAndWholeStatesNameNone() {
		assertThat(FILES.get(DataSetGenerator.SERVICE_AREAS)).allSatisfy((row) -> assertThat(row.getField("County"))
			.matches(row.getField("CoverEntireState").equals("Yes") ? "" : "[1-9]\\d{3,4}\\.0"));
	}

	@Test
	void benefitsSpeakAsTheirYearDid() {
		assertThat(values("2016", "IsSubjToDedTier1")).containsOnly("");
		assertThat(values("2015", "IsSubjToDedTier1")).contains("Yes", "No", "");
		assertThat(values("2016", "CopayInnTier1")).contains("Not Applicable", "No Charge", "", "$1,000")
			.anyMatch((copay) -> copay.matches("\\$1[05]00 Copay after deductible"));
		assertThat(values("2014", "CopayInnTier1")).doesNotContain("Not Applicable")
			.contains("No Charge")
			.anyMatch((copay) -> copay.endsWith("Copay per Day"));
		assertThat(values("2015", "ImportDate")).allMatch((date) -> date.matches("\\d+/\\d+/201\\d \\d+:\\d\\d"));
		assertThat(values("2016", "ImportDate")).allMatch((date) -> date.matches("201\\d-\\d\\d-\\d\\d .*"));
		assertThat(values("2014", "LimitQty")).allMatch((limit) -> limit.matches("(\\d+\\.0)?"));
		assertThat(values("2015", "IsCovered")).contains("Covered", "Not Covered", "");
		assertThat(values("2014", "Exclusions")).anyMatch((text) -> text.contains("\u00e2\u0080\u0099"));
		assertThat(values("2016", "Exclusions")).anyMatch((text) -> text.contains("\u0092"));
	}

	@Test
	void systemsOfStatesSayTheMarketAndTheFederalOneDoesNot() {
		for (String name : List.of(DataSetGenerator.NETWORKS, DataSetGenerator.SERVICE_AREAS)) {
			assertThat(FILES.get(name)).allSatisfy((row) -> assertThat(row.getField("MarketCoverage").isEmpty())
				.isEqualTo(row.getField("SourceName").equals("HIOS")));
		}
	}

	@Test
	void headersAreThoseOfThePublishedFiles() throws IOException {
		Path excerpts = excerpts();
		if (excerpts == null) {
			System.out.println("NOT TESTED against the headers of the published files: they are not at hand");
			return;
		}
		for (String name : DataSetGenerator.FILES) {
			assertThat(firstLine(folder.resolve(name))).as(name).isEqualTo(firstLine(excerpts.resolve(name)));
		}
	}

	/** Beside the repository, if at all. */
	private static Path excerpts() {
		for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
			Path excerpts = up.resolve("shared/data/kaggle-excerpts");
			if (Files.isDirectory(excerpts)) {
				return excerpts;
			}
		}
		return null;
	}

	private static String firstLine(Path file) throws IOException {
		try (java.util.stream.Stream<String> lines = Files.lines(file)) {
			return lines.findFirst().orElseThrow();
		}
	}

	private static Set<String> values(String year, String column) {
		return rows(DataSetGenerator.BENEFITS).filter((row) -> row.getField("BusinessYear").equals(year))
			.map((row) -> row.getField(column))
			.collect(Collectors.toSet());
	}

	private static java.util.stream.Stream<NamedCsvRecord> rows(String name) {
		return FILES.get(name).stream();
	}

	private static Set<String> keys(String name, String... columns) {
		return rows(name).map(key(columns)).collect(Collectors.toCollection(HashSet::new));
	}

	private static Function<NamedCsvRecord, String> key(String... columns) {
		return (row) -> java.util.Arrays.stream(columns).map(row::getField).collect(Collectors.joining(" "));
	}

}
