package io.planstream.model.benefit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.planstream.model.avro.MessageSchema;
import io.planstream.model.benefit.BenefitRow.Listing;
import io.planstream.model.csv.Problem;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.plan.PlanIndex;
import io.planstream.model.row.DataRule;
import io.planstream.model.row.ParsedRow;
import io.planstream.model.row.Rows;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BenefitRowTests {

	private static final String HEADER = "BenefitName,BusinessYear,CoinsInnTier1,CopayInnTier1,ImportDate,IsCovered,IsEHB,"
			+ "IsExclFromInnMOOP,IsStateMandate,IsSubjToDedTier1,IssuerId,IssuerId2,PlanId,QuantLimitOnSvc,"
			+ "StandardComponentId,StateCode";

	private static final PlanFacts SILVER = new PlanFacts("Silver", "HMO", "Individual", "Medical");

	@Test
	void readsARowAndBorrowsFromItsPlan() {
		BenefitRow row = (BenefitRow) one(
				"Hospice Services,2015,0%,$0,2/13/2015 8:19,Covered,Yes,No,,YES,27357,27357,27357FL1820002-02,yes,27357FL1820002,FL");
		assertThat(row.benefit()).isEqualTo("Hospice services");
		assertThat(row.originalName()).isEqualTo("Hospice Services");
		assertThat(row.listing()).isEqualTo(Listing.COVERED);
		assertThat(List.of(row.ehb(), row.quantityLimited(), row.subjectToDeductible())).containsOnly(true);
		assertThat(List.of(row.stateMandate(), row.excludedFromMoop())).containsOnly(false);
		assertThat(row.copay()).isEqualTo(CostSharing.parse("$0"));
		assertThat(row.coinsurance()).isEqualTo(CostSharing.parse("0%"));
		assertThat(row.plan()).isEqualTo(SILVER);
		assertThat(row.baseVariant()).isTrue();
		assertThat(row.rules())
			.isEqualTo(bits(DataRule.US_DATE, DataRule.YES_NO_SPELLING, DataRule.MONEY_TEXT, DataRule.PERCENT_TEXT));
	}

	@Test
	void aVariantThatDoesNotStandForThePlanIsNoBase() {
		BenefitRow row = (BenefitRow) one(
				"Hospice Services,2015,,,,Not covered,,,,,1,,27357FL1820002-04,,27357FL1820002,FL");
		assertThat(row.baseVariant()).isFalse();
		assertThat(row.listing()).isEqualTo(Listing.NOT_COVERED);
		assertThat(row.rules()).isEqualTo(bits(DataRule.PLAN_ID_MISMATCH, DataRule.VALUE_SPELLING));
	}

	@Test
	void aPlanNobodyKnowsLeavesTheFactsUnknown() {
		BenefitRow row = (BenefitRow) one("X,2014,,,,,,,,,27357,27358,27357FL1820002-00,,27357FL1820002,FL");
		assertThat(row.plan()).isEqualTo(PlanFacts.UNKNOWN);
		assertThat(row.baseVariant()).isFalse();
		assertThat(row.listing()).isEqualTo(Listing.NOT_SAID);
		assertThat(row.rules()).isEqualTo(DataRule.ISSUER_IDS_DIFFER.bit());
	}

	@Test
	void doubleEncodedNamesAreDecodedAndCounted() {
		BenefitRow row = (BenefitRow) one(
				"Children\u00e2\u0080\u0099s\u00c2\u00a0Care,2014,,,,,,,,,27357,,27357FL1820002-00,,27357FL1820002,FL");
		assertThat(row.originalName()).isEqualTo("Children's Care");
		assertThat(row.benefit()).isEqualTo("Children s care");
		assertThat(row.rules()).isEqualTo(DataRule.DOUBLE_ENCODED_TEXT.bit());
	}

	@Test
	void wordsNobodyUnderstandsCountAsOtherAndTheRowStays() {
		BenefitRow row = (BenefitRow) one("X,2014,ask,,,maybe,perhaps,,,,27357,,27357FL1820002-00,,27357FL1820002,FL");
		assertThat(row.coinsurance().kind()).isEqualTo(CostSharing.Kind.OTHER);
		assertThat(row.rules()).isEqualTo(bits(DataRule.COST_SHARING_NOT_UNDERSTOOD, DataRule.VALUE_NOT_IN_LIST));
	}

	@Test
	void whatHasMoreThanTwoDecimalsIsRoundedHalfUpAndCounted() {
		BenefitRow row = (BenefitRow) one(
				"X,2014,12.345% Coinsurance after deductible,$40.125 Copay after deductible,,,,,,,27357,,27357FL1820002-00,,27357FL1820002,FL");
		assertThat(row.copay()).isEqualTo(CostSharing.parse("$40.13 Copay after deductible"));
		assertThat(row.coinsurance()).isEqualTo(CostSharing.parse("12.35% after deductible"));
		assertThat(row.rules()).isEqualTo(bits(DataRule.MONEY_TEXT, DataRule.ROUNDED_TO_CENTS, DataRule.PERCENT_TEXT,
				DataRule.ROUNDED_TO_BASIS_POINTS));
		BenefitRow exact = (BenefitRow) one(
				"X,2014,12.3400%,$40.1200,,,,,,,27357,,27357FL1820002-00,,27357FL1820002,FL");
		assertThat(exact.copay().quantity()).isEqualTo(4012);
		assertThat(exact.rules()).isEqualTo(bits(DataRule.MONEY_TEXT, DataRule.PERCENT_TEXT));
	}

	@Test
	void aBenefitWithoutALetterIsRejected() {
		ParsedRow row = one("--,2014,,,,,,,,,27357,,27357FL1820002-00,,27357FL1820002,FL");
		assertThat(((ParsedRow.Rejected) row).problem()).extracting(Problem::reason, Problem::column)
			.containsExactly(Problem.Reason.MISSING_VALUE, "BenefitName");
	}

	/** Their ordinals travel in messages. */
	@Test
	void theKindsAreThoseOfTheSchemaInItsOrder() {
		Schema schema = MessageSchema.of("Benefit", 1).schema();
		Schema cost = schema.getField("copay").schema();
		assertThat(schema.getField("listing").schema().getEnumSymbols()).isEqualTo(names(Listing.values()));
		assertThat(cost.getField("kind").schema().getEnumSymbols()).isEqualTo(names(CostSharing.Kind.values()));
		assertThat(cost.getField("deductible").schema().getEnumSymbols())
			.isEqualTo(names(CostSharing.Deductible.values()));
	}

	private static List<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map(Enum::name).toList();
	}

	private static long bits(DataRule... rules) {
		return Arrays.stream(rules).mapToLong(DataRule::bit).sum();
	}

	private static ParsedRow one(String record) {
		PlanIndex plans = new PlanIndex();
		plans.add(2015, "27357FL1820002", 2, 1, SILVER);
		return Rows.of(HEADER, record.getBytes(StandardCharsets.UTF_8), plans).get(0);
	}

}
