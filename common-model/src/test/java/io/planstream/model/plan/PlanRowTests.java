package io.planstream.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.planstream.model.row.DataRule;
import io.planstream.model.row.Rows;

import static org.assertj.core.api.Assertions.assertThat;

class PlanRowTests {

	private static final String HEADER = PlanRow.COLUMNS.stream()
		.map((column) -> column.name())
		.collect(Collectors.joining(","));

	@Test
	void readsNamesAndFlags() {
		PlanRow row = read(Map.of("IsHSAEligible", "YEs", "IsNewPlan", "New", "DentalOnlyPlan", "no"));
		assertThat(row.planId()).isEqualTo("21989AK0030001-01");
		assertThat(row.variant()).isEqualTo(1);
		assertThat(row.facts()).isEqualTo(new PlanFacts("Silver", "PPO", "Individual", "Medical"));
		assertThat(row.hsaEligible()).isEqualTo("Yes");
		assertThat(row.newPlan()).isEqualTo("New");
		assertThat(row.networkId()).isEqualTo("AKN001");
	}

	@Test
	void anIntegratedAmountCountsOnce() {
		PlanRow row = read(Map.of("MedicalDrugDeductiblesIntegrated", "Yes", "TEHBDedInnTier1Individual", "$6,850 ",
				"TEHBDedInnTier1FamilyPerGroup", "$13700 per group", "MEHBDedInnTier1Individual", "$1"));
		assertThat(row.deductible()).isEqualTo(new PlanAmounts(685_000L, 1_370_000L, null, null, null, null));
	}

	@Test
	void moreThanTwoDecimalsAreRoundedHalfUpAndCounted() {
		PlanRow row = read(Map.of("TEHBDedInnTier1Individual", "1500.125", "TEHBDedInnTier1Family", "3000.1249"));
		assertThat(row.deductible()).isEqualTo(new PlanAmounts(150_013L, 300_012L, null, null, null, null));
		assertThat(row.rules()).isEqualTo(DataRule.ROUNDED_TO_CENTS.bit());
		PlanRow exact = read(Map.of("TEHBDedInnTier1Individual", "1500.1200"));
		assertThat(exact.deductible().individual()).isEqualTo(150_012L);
		assertThat(exact.rules()).isZero();
	}

	@Test
	void medicalAndDrugAmountsAreKeptApartAndSummed() {
		PlanRow row = read(Map.of("MedicalDrugDeductiblesIntegrated", "No", "MEHBDedInnTier1Individual", "$2,000.50",
				"DEHBDedInnTier1Individual", "Not Applicable", "DEHBDedCombInnOonIndividual", "$250 ",
				"MEHBDedInnTier1Family", "4000"));
		assertThat(row.deductible()).isEqualTo(new PlanAmounts(225_050L, 400_000L, 200_050L, 25_000L, 400_000L, null));
	}

	@Test
	void theCombinedAmountStandsInWhereTierOneHasNone() {
		PlanRow row = read(Map.of("MEHBInnTier1IndividualMOOP", "Not Applicable", "MEHBCombInnOonIndividualMOOP",
				"$350 ", "MEHBInnTier1FamilyPerGroupMOOP", "per group not applicable"));
		assertThat(row.outOfPocketMaximum()).isEqualTo(new PlanAmounts(35_000L, null, 35_000L, null, null, null));
		assertThat(row.rules()).isEqualTo(DataRule.MONEY_TEXT.bit());
	}

	@Test
	void theIssuersActuarialValueComesBeforeTheCalculators() {
		assertThat(read(Map.of("IssuerActuarialValue", "70.70%", "AVCalculatorOutputNumber", "0.6")).actuarialValue())
			.isEqualTo(7070);
		PlanRow rounded = read(Map.of("AVCalculatorOutputNumber", "0.6175181270000001"));
		assertThat(rounded.actuarialValue()).isEqualTo(6175);
		assertThat(rounded.rules()).isEqualTo(DataRule.ROUNDED_TO_BASIS_POINTS.bit());
		assertThat(read(Map.of("AVCalculatorOutputNumber", "0.61750")).rules()).isZero();
		assertThat(read(Map.of("IssuerActuarialValue", "Not Applicable")).rules()).isZero();
	}

	@Test
	void datesOfBothStylesAreReadAndImpossibleOnesCounted() {
		PlanRow row = read(Map.of("PlanEffictiveDate", "1/1/2016", "PlanExpirationDate", "2016-12-31"));
		assertThat(row.effectiveDay()).isEqualTo((int) LocalDate.of(2016, 1, 1).toEpochDay());
		assertThat(row.expirationDay()).isEqualTo((int) LocalDate.of(2016, 12, 31).toEpochDay());
		PlanRow odd = read(Map.of("PlanEffictiveDate", "0001-01-01"));
		assertThat(odd.effectiveDay()).isNull();
		assertThat(odd.rules()).isEqualTo(DataRule.DATE_NOT_PLAUSIBLE.bit());
	}

	@Test
	void anAmountNobodyUnderstandsIsNotGivenAndCounted() {
		PlanRow row = read(Map.of("TEHBDedInnTier1Individual", "ask your broker"));
		assertThat(row.deductible()).isEqualTo(PlanAmounts.NONE);
		assertThat(row.rules()).isEqualTo(DataRule.AMOUNT_NOT_UNDERSTOOD.bit());
	}

	@ParameterizedTest
	@CsvSource({ "AVCalculatorOutputNumber, 0.0", "IssuerActuarialValue, 170%", "IssuerActuarialValue, high",
			"TEHBDedInnTier1Individual, $99999999999" })
	void noNumberChangesSilently(String column, String text) {
		PlanRow row = read(Map.of(column, text));
		assertThat(row.actuarialValue()).isNull();
		assertThat(row.deductible()).isEqualTo(PlanAmounts.NONE);
		assertThat(row.rules()).isEqualTo(DataRule.AMOUNT_NOT_UNDERSTOOD.bit());
	}

	@ParameterizedTest
	@CsvSource({ "NationalNetwork, YEs, YES_NO_SPELLING", "WellnessProgramOffered, Guaranteed Rate, VALUE_NOT_IN_LIST",
			"IsNewPlan, Allows Adult and Child-Only, VALUE_NOT_IN_LIST", "IsNewPlan, existing, VALUE_SPELLING",
			"MarketCoverage, INDIVIDUAL, VALUE_SPELLING" })
	void oddValuesOfListsAreCountedAndRejectNothing(String column, String text, DataRule rule) {
		PlanRow row = read(Map.of(column, text));
		assertThat(row.rules()).isEqualTo(rule.bit());
		assertThat(row.facts().market()).isEqualTo("Individual");
	}

	@Test
	void aTextInTheColumnOfANumberDateOrFlagRejectsNothingHoweverLongItIs() {
		String text = "Coverage for emergencies only. ".repeat(200);
		PlanRow row = read(Map.of("ImportDate", text, "PlanEffictiveDate", text, "IsHSAEligible", text,
				"NationalNetwork", text, "IssuerActuarialValue", text, "MEHBDedInnTier1Individual", text));
		assertThat(row.hsaEligible()).isEqualTo("Unknown");
		assertThat(row.rules()).isEqualTo(DataRule.DATE_NOT_PLAUSIBLE.bit() | DataRule.VALUE_NOT_IN_LIST.bit()
				| DataRule.AMOUNT_NOT_UNDERSTOOD.bit());
	}

	private static PlanRow read(Map<String, String> values) {
		Map<String, String> usual = Map.of("BusinessYear", "2016", "StateCode", "AK", "IssuerId", "21989", "PlanId",
				"21989AK0030001-01", "StandardComponentId", "21989AK0030001", "MetalLevel", "Silver", "PlanType", "PPO",
				"MarketCoverage", "Individual", "NetworkId", "AKN001");
		List<String> fields = new ArrayList<>();
		for (String column : Arrays.asList(HEADER.split(","))) {
			String value = values.getOrDefault(column, usual.getOrDefault(column, ""));
			fields.add(value.contains(",") ? "\"" + value + "\"" : value);
		}
		return (PlanRow) Rows.one(HEADER, String.join(",", fields));
	}

}
