package io.planstream.testsupport.reference;

/**
 * The part of a key that all grains of a premium but that of single plans share.
 *
 * @param year the plan year
 * @param state the state code
 * @param market {@code Individual}, {@code SHOP (Small Group)} or {@code Unknown}
 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
 * @param metalLevel the metal level or {@code Unknown}
 */
public record RateGroup(int year, String state, String market, String coverage, String metalLevel) {

	/**
	 * A group and an age.
	 *
	 * @param group the group
	 * @param age as the file spells it
	 * @param tobacco the tobacco preference as the file spells it
	 */
	public record Age(RateGroup group, String age, String tobacco) {
	}

	/**
	 * A group and an issuer.
	 *
	 * @param group the group
	 * @param issuer the issuer id
	 */
	public record Issuer(RateGroup group, String issuer) {
	}

	/**
	 * A group, a rating area and an age.
	 *
	 * @param group the group
	 * @param ratingArea as the file spells it
	 * @param age 21, 40 or 60
	 */
	public record RatingArea(RateGroup group, String ratingArea, String age) {
	}

	/**
	 * A plan in a rating area at an age.
	 *
	 * @param year the plan year
	 * @param state the state code
	 * @param standardComponentId the plan that the rates name
	 * @param ratingArea as the file spells it
	 * @param age 21, 40 or 60
	 */
	public record Plan(int year, String state, String standardComponentId, String ratingArea, String age) {
	}

	/**
	 * What percentiles are taken over.
	 *
	 * @param year the plan year
	 * @param state the state code
	 * @param coverage {@code Medical}, {@code Dental} or {@code Unknown}
	 */
	public record Coverage(int year, String state, String coverage) {
	}

}
