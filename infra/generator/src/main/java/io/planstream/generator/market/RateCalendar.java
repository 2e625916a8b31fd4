package io.planstream.generator.market;

import java.util.List;

/**
 * How often in a year a plan files its rates.
 */
public enum RateCalendar {

	/** One price list for the year. */
	ANNUAL("-01-01", "-12-31"),

	/** A price list per half year. */
	SEMIANNUAL("-01-01", "-06-30", "-07-01", "-12-31"),

	/** A price list per quarter. */
	QUARTERLY("-01-01", "-03-31", "-04-01", "-06-30", "-07-01", "-09-30", "-10-01", "-12-31");

	private final List<String> days;

	RateCalendar(String... days) {
		this.days = List.of(days);
	}

	/**
	 * The number of price lists.
	 * @return one, two or four
	 */
	public int periods() {
		return this.days.size() / 2;
	}

	/**
	 * The first day of a price list.
	 * @param year the year
	 * @param period the number of the list, from zero
	 * @return as ISO text
	 */
	public String effective(int year, int period) {
		return year + this.days.get(period * 2);
	}

	/**
	 * The last day of a price list.
	 * @param year the year
	 * @param period the number of the list, from zero
	 * @return as ISO text
	 */
	public String expiration(int year, int period) {
		return year + this.days.get(period * 2 + 1);
	}

	RateCalendar denser() {
		return (this == ANNUAL) ? SEMIANNUAL : QUARTERLY;
	}

	RateCalendar sparser() {
		return (this == QUARTERLY) ? SEMIANNUAL : ANNUAL;
	}

}
