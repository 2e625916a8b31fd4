package io.planstream.model.row;

/**
 * What a row of another dataset borrows from its plan.
 *
 * @param metalLevel for example {@code Silver}; dental plans have {@code Low} and
 * {@code High}
 * @param planType for example {@code HMO}
 * @param market {@code Individual}, {@code SHOP (Small Group)} or {@code Unknown}
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 */
public record PlanFacts(String metalLevel, String planType, String market, String coverage) {

	/** What is not known. */
	public static final String UNKNOWN_TEXT = "Unknown";

	/** The facts of a plan that nobody knows. */
	public static final PlanFacts UNKNOWN = new PlanFacts(UNKNOWN_TEXT, UNKNOWN_TEXT, UNKNOWN_TEXT, UNKNOWN_TEXT);

}
