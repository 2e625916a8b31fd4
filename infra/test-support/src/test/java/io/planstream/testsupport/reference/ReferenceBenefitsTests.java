package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows of benefits made by hand, and what they amount to computed by hand.
 */
class ReferenceBenefitsTests {

	private static final String PLANS = """
			BusinessYear,StateCode,IssuerId,PlanId,StandardComponentId,PlanMarketingName,MetalLevel,PlanType,\
			MarketCoverage,DentalOnlyPlan,CSRVariationType,NetworkId,ServiceAreaId
			2014,AK,21989,21989AK0010001-01,21989AK0010001,One,Gold,PPO,Individual,No,On,AKN001,AKS001
			2014,AK,21989,21989AK0010001-02,21989AK0010001,One,Gold,PPO,Individual,No,On,AKN001,AKS001
			""";

	private static final String HEADER = "BenefitName,BusinessYear,StateCode,StandardComponentId,PlanId,IsCovered,"
			+ "IsEHB,IsStateMandate,QuantLimitOnSvc,IsExclFromInnMOOP,IsSubjToDedTier1,CopayInnTier1,CoinsInnTier1\n";

	private static final String BASE = ",2014,AK,21989AK0010001,21989AK0010001-01,";

	private static final String OTHER = ",2014,AK,21989AK0010001,21989AK0010001-02,";

	private static final List<String> EYES = List.of("2014", "AK", "Individual", "Medical", "Gold",
			"Routine eye exam adult");

	@TempDir
	private Path folder;

	@BeforeEach
	void writePlans() throws IOException {
		Files.writeString(this.folder.resolve("PlanAttributes.csv"), PLANS);
	}

	@Test
	void countsFlagsOfAllRowsAndOfBaseVariants() throws IOException {
		Reference reference = benefits("""
				Routine Eye Exam (Adult)%1$sCovered,Yes,Yes,YES,Yes,Yes,,
				Routine Eye Exam (Adult)%1$sNot covered,,,,no,No,,
				 routine eye-exam ADULT %2$scovered,yes,,Yes,,,,
				Routine Eye Exam (Adult)%2$s,No,No,No,No,,,
				Routine Eye Exam (Adult)%2$sPartly,,,,,,,
				""".formatted(BASE, OTHER));
		assertThat(filled(reference, "benefit_by_metal")).containsExactlyInAnyOrderEntriesOf(Map.of(EYES,
				Map.ofEntries(Map.entry("benefit_rows", "5"), Map.entry("covered", "2"), Map.entry("not_covered", "1"),
						Map.entry("ehb", "2"), Map.entry("state_mandate", "1"), Map.entry("quantity_limited", "2"),
						Map.entry("excluded_from_moop", "1"), Map.entry("subject_to_deductible", "1"),
						Map.entry("base_rows", "2"), Map.entry("base_covered", "1"), Map.entry("base_ehb", "1"),
						Map.entry("base_quantity_limited", "1"), Map.entry("copay_blank", "5"),
						Map.entry("coinsurance_blank", "5"))));
		assertThat(filled(reference, "plan_benefit")).containsExactlyInAnyOrderEntriesOf(Map.of(
				List.of("2014", "AK", "21989AK0010001-01"),
				Map.of("benefit_rows", "2", "benefits_covered", "1", "benefits_excluded", "1", "benefits_limited", "1",
						"benefits_ehb", "1"),
				List.of("2014", "AK", "21989AK0010001-02"),
				Map.of("benefit_rows", "3", "benefits_covered", "1", "benefits_limited", "1", "benefits_ehb", "1")));
		assertThat(filled(reference, "benefit_name")).containsExactlyInAnyOrderEntriesOf(Map.of(
				List.of("2014", "AK", "Routine eye exam adult", "Routine Eye Exam (Adult)"),
				Map.of("benefit_rows", "4"), List.of("2014", "AK", "Routine eye exam adult", "routine eye-exam ADULT"),
				Map.of("benefit_rows", "1")));
	}

	@Test
	void classifiesCopays() throws IOException {
		Reference reference = benefits(costSharing("%s,", "No Charge", "No Charge after deductible",
				"No Charge before deductible", "$40", "\"$1,000\"", "$10.50 Copay after deductible",
				"$30 Copay before deductible", "$0 Copay per Day", "$700 Copay per Day before deductible",
				"$500 Copay per Stay", "$250 Copay per Stay after deductible", "0%", "20% after deductible",
				"Not Applicable", "ask us", ""));
		assertThat(filled(reference, "benefit_by_metal").get(EYES)).containsOnly(Map.entry("benefit_rows", "16"),
				Map.entry("covered", "16"), Map.entry("copay_no_charge", "3"), Map.entry("copay_amounts", "4"),
				Map.entry("copay_cents", "108050"), Map.entry("copay_per_day", "2"),
				Map.entry("copay_per_day_cents", "70000"), Map.entry("copay_per_stay", "2"),
				Map.entry("copay_per_stay_cents", "75000"), Map.entry("copay_after_deductible", "4"),
				Map.entry("copay_before_deductible", "3"), Map.entry("copay_amounts_after", "1"),
				Map.entry("copay_amounts_after_cents", "1050"), Map.entry("copay_amounts_before", "1"),
				Map.entry("copay_amounts_before_cents", "3000"), Map.entry("copay_per_day_before", "1"),
				Map.entry("copay_per_day_before_cents", "70000"), Map.entry("copay_per_stay_after", "1"),
				Map.entry("copay_per_stay_after_cents", "25000"), Map.entry("copay_not_applicable", "1"),
				Map.entry("copay_other", "3"), Map.entry("copay_blank", "1"), Map.entry("coinsurance_blank", "16"));
		assertThat(reference.rules())
			.contains(new RuleCount("benefits-cost-sharing", "cost-sharing-not-understood", 1));
	}

	@Test
	void classifiesCoinsurances() throws IOException {
		Reference reference = benefits(costSharing(",%s", "No Charge", "No Charge after deductible", "20%",
				"12.5% Coinsurance after deductible", "50% Coinsurance before deductible", "$0", "$5 after deductible",
				"$5 per day", "Not Applicable", "ask us", ""));
		assertThat(filled(reference, "benefit_by_metal").get(EYES)).containsOnly(Map.entry("benefit_rows", "11"),
				Map.entry("covered", "11"), Map.entry("coinsurance_no_charge", "2"),
				Map.entry("coinsurance_shares", "3"), Map.entry("coinsurance_bp", "8250"),
				Map.entry("coinsurance_after_deductible", "3"), Map.entry("coinsurance_before_deductible", "1"),
				Map.entry("coinsurance_shares_after", "1"), Map.entry("coinsurance_shares_after_bp", "1250"),
				Map.entry("coinsurance_shares_before", "1"), Map.entry("coinsurance_shares_before_bp", "5000"),
				Map.entry("coinsurance_not_applicable", "1"), Map.entry("coinsurance_other", "4"),
				Map.entry("coinsurance_blank", "1"), Map.entry("copay_blank", "11"));
	}

	@Test
	void knowsNothingOfAPlanThatTheFilesDoNotHold() throws IOException {
		Reference reference = benefits("""
				X-rays,2014,TX,19312TZ0010001,19312TZ0010001-00,Covered,,,,,,,
				X-rays,2015,AK,21989AK0010001,21989AK0010001-01,Covered,,,,,,,
				X-rays,2014,AK,21989AK0010001,21989AK0010001-00,Covered,,,,,,,
				""");
		Map<String, String> one = Map.of("benefit_rows", "1", "covered", "1", "copay_blank", "1", "coinsurance_blank",
				"1");
		assertThat(filled(reference, "benefit_by_metal"))
			.containsExactlyInAnyOrderEntriesOf(Map.of(List.of("2014", "TX", "Unknown", "Unknown", "Unknown", "X rays"),
					one, List.of("2015", "AK", "Unknown", "Unknown", "Unknown", "X rays"), one,
					List.of("2014", "AK", "Individual", "Medical", "Gold", "X rays"), one));
	}

	@Test
	void repairsAndNormalisesNames() throws IOException {
		Reference reference = benefits("""
				Children\u00e2\u0080\u0099s  Glasses%1$s,,,,,,,
				Children\u0092s\u00c2\u00a0Glasses%1$s,,,,,,,
				""".formatted(BASE));
		assertThat(filled(reference, "benefit_name")).containsExactlyInAnyOrderEntriesOf(Map.of(
				List.of("2014", "AK", "Children s glasses", "Children's  Glasses"), Map.of("benefit_rows", "1"),
				List.of("2014", "AK", "Children s glasses", "Children's Glasses"), Map.of("benefit_rows", "1")));
	}

	@Test
	void rejectsRowsWithoutABenefit() throws IOException {
		Reference reference = benefits("""
				%1$s,,,,,,,
				***%1$s,,,,,,,
				X-rays%1$s,,,,,,,
				""".formatted(BASE));
		assertThat(filled(reference, "rejected_row"))
			.containsExactlyInAnyOrderEntriesOf(Map.of(List.of("benefits-cost-sharing"), Map.of("rejected_rows", "2")));
		assertThat(filled(reference, "dataset_total")).containsExactlyInAnyOrderEntriesOf(
				Map.of(List.of("benefits-cost-sharing", "2014", "AK"), Map.of("aggregated_rows", "1"),
						List.of("plan-attributes", "2014", "AK"), Map.of("aggregated_rows", "2")));
	}

	@Test
	void takesAColumnThatLaterYearsLackAsBlank() throws IOException {
		Files.writeString(this.folder.resolve("2016.csv"),
				HEADER.replace(",IsSubjToDedTier1", "") + "X-rays" + BASE + "Covered,,,,,$5,\n");
		assertThat(filled(Reference.ofFolder(this.folder), "benefit_by_metal").values())
			.containsExactly(Map.of("benefit_rows", "1", "covered", "1", "base_rows", "1", "base_covered", "1",
					"copay_amounts", "1", "copay_cents", "500", "coinsurance_blank", "1"));
	}

	private Reference benefits(String rows) throws IOException {
		Files.writeString(this.folder.resolve("BenefitsCostSharing.csv"), HEADER + rows);
		return Reference.ofFolder(this.folder);
	}

	private static String costSharing(String columns, String... values) {
		StringBuilder rows = new StringBuilder();
		for (String value : values) {
			rows.append("Routine Eye Exam (Adult)" + OTHER + "Covered,,,,,," + columns.formatted(value) + "\n");
		}
		return rows.toString();
	}

	/** The columns of each row that are not zero. */
	static Map<List<String>, Map<String, String>> filled(Reference reference, String name) {
		ReferenceTable table = reference.table(name);
		Map<List<String>, Map<String, String>> filled = new HashMap<>();
		table.rows().forEach((key, values) -> {
			Map<String, String> named = new HashMap<>();
			for (int column = 0; column < values.size(); column++) {
				if (!"0".equals(values.get(column))) {
					named.put(table.valueColumns().get(column), values.get(column));
				}
			}
			filled.put(key, named);
		});
		return filled;
	}

}
