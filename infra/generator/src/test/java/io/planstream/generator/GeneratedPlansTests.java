package io.planstream.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The quirks of the plan attributes, some of them too rare for a hundredth.
 */
class GeneratedPlansTests {

	@TempDir
	private static Path folder;

	private static List<NamedCsvRecord> plans;

	@BeforeAll
	static void generate() throws IOException {
		GeneratedDataSet dataSet = DataSetGenerator.of(0.05, 1).writeTo(folder, (rows) -> {
		});
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(dataSet.planAttributes().path())) {
			plans = reader.stream().toList();
		}
		assertThat(plans).hasSize((int) dataSet.planAttributes().rows());
	}

	@Test
	void hasTheColumnsOfThePublishedFile() throws IOException {
		String header = Files.lines(folder.resolve("PlanAttributes.csv")).findFirst().orElseThrow();
		assertThat(header.split(",")).hasSize(176)
			.isSorted()
			.contains("PlanEffictiveDate", "TEHBInnTier1FamilyPerGroupMOOP", "DEHBDedCombInnOonFamilyPerPerson")
			.startsWith("AVCalculatorOutputNumber", "BeginPrimaryCareCostSharingAfterNumberOfVisits")
			.endsWith("VersionNum", "WellnessProgramOffered");
	}

	@Test
	void fillsEveryRowWithEveryColumn() {
		assertThat(plans).allMatch((plan) -> plan.getFieldCount() == 176);
	}

	@Test
	void hasTheShareOfVariants() {
		assertThat((double) plans.size()).isCloseTo(77_353 * 0.05, within(77_353 * 0.05 * 0.05));
	}

	@Test
	void namesVariantsBySuffixAndInWords() {
		Map<String, String> words = Map.of("-00", "Standard \\w+ Off Exchange Plan", "-01",
				"Standard \\w* On Exchange Plan", "-02", "Zero Cost Sharing Plan Variation", "-03",
				"Limited Cost Sharing Plan Variation", "-04", "73% AV Level Silver Plan", "-05",
				"87% AV Level Silver Plan", "-06", "94% AV Level Silver Plan");
		Set<String> seen = new HashSet<>();
		assertThat(plans).allSatisfy((plan) -> {
			String suffix = plan.getField("PlanId").substring(14);
			seen.add(suffix);
			assertThat(plan.getField("CSRVariationType")).matches(words.get(suffix));
			assertThat(plan.getField("PlanId")).isEqualTo(plan.getField("StandardComponentId") + suffix);
		});
		assertThat(seen).isEqualTo(words.keySet());
	}

	@Test
	void reducesCostSharingOfSilverPlansOnly() {
		assertThat(plans).filteredOn((plan) -> plan.getField("CSRVariationType").contains("AV Level"))
			.isNotEmpty()
			.allMatch((plan) -> plan.getField("MetalLevel").equals("Silver"));
	}

	@Test
	void repeatsAFewPlansOf2014() {
		Map<String, Integer> rows = new HashMap<>();
		plans.forEach((plan) -> rows.merge(plan.getField("BusinessYear") + plan.getField("PlanId"), 1, Integer::sum));
		assertThat(rows).containsValue(2);
		assertThat(rows.entrySet()).filteredOn((entry) -> entry.getValue() > 1)
			.allMatch((entry) -> entry.getKey().startsWith("2014"));
	}

	@Test
	void spellsMoneyAsEachYearDid() {
		for (NamedCsvRecord plan : plans) {
			boolean last = isLast(plan);
			assertThat(plan.getField("TEHBInnTier1IndividualMOOP"))
				.matches(last ? "|Not Applicable|\\$\\d{1,3}(,\\d{3})? " : "|Not Applicable|\\$\\d{1,3}(,\\d{3})?");
			assertThat(plan.getField("TEHBInnTier1FamilyPerGroupMOOP"))
				.matches(last ? "|per group not applicable|\\$\\d+ per group" : "");
			assertThat(plan.getField("TEHBInnTier1FamilyMOOP")).matches(last ? "" : "|Not Applicable|\\$[\\d,]+");
		}
	}

	@Test
	void spellsDatesAsEachYearDid() {
		assertThat(plans).allSatisfy((plan) -> {
			assertThat(plan.getField("ImportDate")).matches(isLast(plan) ? "\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d{2}"
					: "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");
			assertThat(plan.getField("PlanEffictiveDate"))
				.matches(isLast(plan) ? "1/1/\\d{4}" : "\\d{4}-\\d{2}-\\d{2}");
		});
	}

	@Test
	void fillsTheIntegratedAmountsOrTheOthers() {
		assertThat(plans).filteredOn((plan) -> plan.getField("DentalOnlyPlan").equals("No")).allSatisfy((plan) -> {
			boolean integrated = plan.getField("MedicalDrugDeductiblesIntegrated").equals("Yes");
			assertThat(plan.getField("TEHBDedInnTier1Individual").isEmpty()).isEqualTo(!integrated);
			assertThat(plan.getField("MEHBDedInnTier1Individual").isEmpty()).isEqualTo(integrated);
			assertThat(plan.getField("DEHBDedInnTier1Individual").isEmpty()).isEqualTo(integrated);
		});
	}

	@Test
	void leavesMedicalColumnsOfDentalPlansBlank() {
		assertThat(plans).filteredOn((plan) -> plan.getField("DentalOnlyPlan").equals("Yes"))
			.allMatch((plan) -> plan.getField("IsHSAEligible").isEmpty() && plan.getField("UniquePlanDesign").isEmpty()
					&& plan.getField("TEHBInnTier1IndividualMOOP").isEmpty())
			.allMatch((plan) -> Set.of("Low", "High").contains(plan.getField("MetalLevel")));
	}

	@Test
	void hasTextsThatMustBeQuoted() {
		assertThat(plans).map((plan) -> plan.getField("PlanLevelExclusions"))
			.anyMatch((text) -> text.contains("\n"))
			.anyMatch((text) -> text.contains("\""))
			.anyMatch((text) -> text.contains(","))
			.anyMatch((text) -> text.length() > 1000);
	}

	@Test
	void hasTextsDecodedInTheWrongCharacterSet() {
		assertThat(plans).anyMatch((plan) -> plan.getField("BusinessYear").equals("2014")
				&& plan.getField("PlanMarketingName").contains("\u00e2\u0080\u0099"));
		assertThat(plans).anyMatch((plan) -> isLast(plan) && plan.getField("PlanMarketingName").contains("\u0092"));
	}

	@Test
	void spellsYesAndNoInSeveralWays() {
		Set<String> spellings = new HashSet<>();
		for (String column : List.of("NationalNetwork", "IsHSAEligible", "UniquePlanDesign")) {
			plans.forEach((plan) -> spellings.add(plan.getField(column)));
		}
		assertThat(spellings).contains("Yes", "No").hasSizeGreaterThan(4);
	}

	@Test
	void marksTheLastYearByTheCompositeRating() {
		assertThat(plans).allMatch((plan) -> plan.getField("CompositeRatingOffered").isEmpty() != isLast(plan));
	}

	private static boolean isLast(NamedCsvRecord plan) {
		return plan.getField("BusinessYear").equals("2016");
	}

}
