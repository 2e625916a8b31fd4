package io.planstream.testsupport.reference;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Counts {@code BusinessRules.csv}.
 */
final class BusinessRuleCounting implements Counting {

	static final String DATASET = "business-rules";

	private final FirstRows rules = new FirstRows("business_rule",
			List.of("business_year", "state_code", "issuer_id", "product_id", "standard_component_id", "market",
					"coverage"),
			List.of("rate_determination", "two_parent_dependents", "single_parent_dependents", "dependent_maximum_age",
					"children_only_children", "domestic_partner_as_spouse", "same_sex_partner_as_spouse",
					"age_determination", "tobacco_free_months", "cohabitation"),
			List.of());

	private final Totals totals;

	BusinessRuleCounting(Totals totals) {
		this.totals = totals;
	}

	@Override
	public void add(CsvRows row) {
		String year = row.text("BusinessYear");
		String state = row.text("StateCode");
		this.totals.apply(DATASET, year, state);
		List<String> key = List.of(year, state, row.known("IssuerId"), orAll(row.text("ProductId")),
				orAll(row.text("StandardComponentId")), PlanFacts.marketOf(row), PlanFacts.coverageOf(row));
		this.rules.add(key, values(row), row.line());
	}

	private static List<String> values(CsvRows row) {
		return Arrays.asList(row.known("EnrolleeContractRateDeterminationRule"),
				row.known("TwoParentFamilyMaxDependentsRule"), row.known("SingleParentFamilyMaxDependentsRule"),
				wholeNumber(row.given("DependentMaximumAgRule")), row.known("ChildrenOnlyContractMaxChildrenRule"),
				yesNo(row, "DomesticPartnerAsSpouseIndicator"), yesNo(row, "SameSexPartnerAsSpouseIndicator"),
				row.known("AgeDeterminationRule"), wholeNumber(row.given("MinimumTobaccoFreeMonthsRule")),
				row.known("CohabitationRule"));
	}

	private static String orAll(String id) {
		return id.isEmpty() ? "All" : id;
	}

	private static String wholeNumber(String text) {
		if (text.isEmpty() || text.equalsIgnoreCase("Not Applicable")) {
			return null;
		}
		return Integer.toString(new BigDecimal(text).intValueExact());
	}

	private static String yesNo(CsvRows row, String column) {
		if (row.says("Yes", column)) {
			return "Yes";
		}
		return row.says("No", column) ? "No" : CsvRows.UNKNOWN;
	}

	@Override
	public List<ReferenceTable> tables() {
		return List.of(this.rules.table());
	}

}
