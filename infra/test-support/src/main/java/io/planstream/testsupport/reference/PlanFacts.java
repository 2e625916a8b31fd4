package io.planstream.testsupport.reference;

/**
 * What a rate borrows from its plan.
 *
 * @param metalLevel the metal level
 * @param planType the plan type
 * @param market the market
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 */
public record PlanFacts(String metalLevel, String planType, String market, String coverage) {

	static final PlanFacts UNKNOWN = new PlanFacts(CsvRows.UNKNOWN, CsvRows.UNKNOWN, CsvRows.UNKNOWN, CsvRows.UNKNOWN);

	static PlanFacts of(CsvRows row) {
		return new PlanFacts(row.known("MetalLevel"), row.known("PlanType"), marketOf(row), coverageOf(row));
	}

	static String marketOf(CsvRows row) {
		if (row.says("Individual", "MarketCoverage")) {
			return "Individual";
		}
		return row.says("SHOP (Small Group)", "MarketCoverage") ? "SHOP (Small Group)" : CsvRows.UNKNOWN;
	}

	/**
	 * From the column {@code DentalOnlyPlan}, {@code DentalOnly} in some files of CMS.
	 */
	static String coverageOf(CsvRows row) {
		if (row.says("Yes", "DentalOnlyPlan") || row.says("Yes", "DentalOnly")) {
			return "Dental";
		}
		return (row.says("No", "DentalOnlyPlan") || row.says("No", "DentalOnly")) ? "Medical" : CsvRows.UNKNOWN;
	}

}
