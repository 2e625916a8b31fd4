package io.planstream.generator.attributes;

import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Digits;

/**
 * How a year spells amounts of money. The last year has a blank after the amount, and
 * spells a family's amount per person and per group.
 */
enum MoneyStyle {

	/** {@code $6,350}. */
	PLAIN(""),

	/** {@code $6,850 }. */
	TRAILING_BLANK(" ");

	/** An amount that does not apply. */
	static final int NOT_APPLICABLE = -1;

	private final String end;

	MoneyStyle(String end) {
		this.end = end;
	}

	static MoneyStyle of(BusinessYear year) {
		return year.isLast() ? TRAILING_BLANK : PLAIN;
	}

	String dollars(int amount) {
		if (amount == NOT_APPLICABLE) {
			return "Not Applicable";
		}
		String digits = (amount < 1000) ? Integer.toString(amount)
				: amount / 1000 + "," + Digits.padded(amount % 1000, 3);
		return "$" + digits + this.end;
	}

	String cents(int cents) {
		return "$" + cents / 100 + "." + Digits.padded(cents % 100, 2) + this.end;
	}

	static String perPerson(int amount) {
		return (amount == NOT_APPLICABLE) ? "per person not applicable" : "$" + amount + " per person";
	}

	static String perGroup(int amount) {
		return (amount == NOT_APPLICABLE) ? "per group not applicable" : "$" + amount * 2 + " per group";
	}

}
