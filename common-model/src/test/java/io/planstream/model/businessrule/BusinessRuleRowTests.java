package io.planstream.model.businessrule;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.planstream.model.row.DataRule;
import io.planstream.model.row.Rows;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessRuleRowTests {

	/** Of 2026; 2014 to 2016 have 23 columns. */
	private static final String HEADER = "BusinessYear,StateCode,IssuerId,SourceName,ImportDate,MedicalDentalBoth,ProductId,"
			+ "StandardComponentId,MedicalDentalIndicator,MaximumUnderageDependent,DependentMaximumAgRule,"
			+ "AgeDeterminationRule,MinimumTobaccoFreeMonthsRule,CohabitationRule,MarketCoverage,DentalOnlyPlan";

	@Test
	void aRuleOfAnIssuerHoldsForAllItsProductsAndPlans() {
		BusinessRuleRow row = read("26", "Not Applicable");
		assertThat(List.of(row.productId(), row.standardComponentId())).containsOnly("All");
		assertThat(row.dependentMaximumAge()).isEqualTo(26);
		assertThat(row.tobaccoFreeMonths()).isNull();
		assertThat(row.coverage()).isEqualTo("Medical");
		assertThat(row.rules()).isZero();
	}

	@Test
	void anAgeNobodyUnderstandsIsNotGivenAndCountedAndTheRuleStays() {
		BusinessRuleRow row = read("26 or older", "6 months");
		assertThat(row.dependentMaximumAge()).isNull();
		assertThat(row.tobaccoFreeMonths()).isNull();
		assertThat(row.cohabitation()).isEqualTo("Spouse,No;Child,No");
		assertThat(row.rules()).isEqualTo(DataRule.AMOUNT_NOT_UNDERSTOOD.bit());
	}

	private static BusinessRuleRow read(String age, String months) {
		return (BusinessRuleRow) Rows.one(HEADER, "2026,AK,21989,HIOS,2025-08-14,Both,,,Medical,3 or more," + age
				+ ",Age on effective date," + months + ",\"Spouse,No;Child,No\",Individual,No");
	}

}
