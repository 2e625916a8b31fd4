package io.planstream.model.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.planstream.model.csv.Fields;

/**
 * The loosely written amounts, shares and dates of one plan row, and the rules that held
 * while reading them.
 */
final class Reading {

	private static final Pattern MONEY = Pattern.compile(
			"\\$?\\s*([0-9][0-9,]{0,14})(?:\\.([0-9]{1,2})[0-9]*)?\\s*(?:per (?:group|person))?",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NOT_APPLICABLE = Pattern.compile("(?:per (?:group|person) )?not applicable",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]{1,20}))?\\s*(%?)");

	private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T].*)?");

	private static final Pattern US_DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: .*)?");

	private final Fields fields;

	private int rules;

	Reading(Fields fields) {
		this.fields = fields;
	}

	int rules() {
		return this.rules;
	}

	/**
	 * An amount like {@code $6,850 } or {@code $13700 per group}; null if there is none.
	 */
	Long cents(int column) {
		if (this.fields.blank(column)) {
			return null;
		}
		String text = this.fields.text(column, 200, "");
		if (NOT_APPLICABLE.matcher(text).matches()) {
			return null;
		}
		Matcher money = MONEY.matcher(text);
		if (!money.matches()) {
			this.rules |= DataRule.AMOUNT_NOT_UNDERSTOOD.bit();
			return null;
		}
		long dollars = Long.parseLong(money.group(1).replace(",", ""));
		String fraction = (money.group(2) != null) ? (money.group(2) + "0").substring(0, 2) : "0";
		return Math.min(dollars, Fields.MAX_CENTS) * 100 + Long.parseLong(fraction);
	}

	/**
	 * A share like {@code 70.70%} or {@code 0.707}, in basis points; zero is not given.
	 */
	Integer actuarialValue(int issuers, int calculated) {
		Integer value = basisPoints(issuers);
		return (value != null) ? value : basisPoints(calculated);
	}

	private Integer basisPoints(int column) {
		Matcher share = SHARE.matcher(this.fields.text(column, 40, ""));
		if (!share.matches()) {
			return null;
		}
		double number = Double.parseDouble(share.group(1) + "." + ((share.group(2) != null) ? share.group(2) : "0"));
		long points = Math.round(number * (share.group(3).isEmpty() ? 10_000 : 100));
		return (points > 0 && points <= 10_000) ? (int) points : null;
	}

	/** A date as days since 1970-01-01; null if there is none. */
	Integer day(int column) {
		if (this.fields.blank(column)) {
			return null;
		}
		String text = this.fields.text(column, 40, "");
		LocalDate date = date(text);
		if (date == null || date.getYear() < 1900 || date.getYear() > 2100) {
			this.rules |= DataRule.DATE_NOT_PLAUSIBLE.bit();
			return null;
		}
		return (int) date.toEpochDay();
	}

	private static LocalDate date(String text) {
		Matcher iso = ISO_DATE.matcher(text);
		if (iso.matches()) {
			return date(iso.group(1), iso.group(2), iso.group(3));
		}
		Matcher us = US_DATE.matcher(text);
		return us.matches() ? date(us.group(3), us.group(1), us.group(2)) : null;
	}

	private static LocalDate date(String year, String month, String day) {
		try {
			return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
