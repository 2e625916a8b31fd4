package io.planstream.generator.market;

/**
 * A fault in a plan's rate dates, as filed.
 */
public enum DateQuirk {

	/** The dates are as they should be. */
	NONE,

	/** The year of expiration is mistyped as 2104. */
	EXPIRES_IN_2104,

	/** The rates expire on the first day of the next year. */
	EXPIRES_A_DAY_LATE,

	/** The dates are those of the year before. */
	YEAR_BEFORE

}
