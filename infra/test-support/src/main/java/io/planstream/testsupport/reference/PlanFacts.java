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
		return new PlanFacts(row.known("MetalLevel"), row.known("PlanType"), row.known("MarketCoverage"),
				coverage(row.text("DentalOnlyPlan")));
	}

	private static String coverage(String dentalOnly) {
		if (dentalOnly.equalsIgnoreCase("yes")) {
			return "Dental";
		}
		return dentalOnly.equalsIgnoreCase("no") ? "Medical" : CsvRows.UNKNOWN;
	}

}
