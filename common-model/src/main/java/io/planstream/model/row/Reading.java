package io.planstream.model.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.planstream.model.csv.Fields;
import io.planstream.model.csv.Problem;

/**
 * The values of one record as its dataset reads them, and the data rules that held while
 * reading. What cannot be read either becomes a problem of the record, or is taken as not
 * given under a rule; each method says which. Reused for record after record. For one
 * thread.
 */
public final class Reading {

	/** What is not known. */
	public static final String UNKNOWN = "Unknown";

	private static final Pattern MONEY = Pattern.compile(
			"\\$?\\s*([0-9][0-9,]{0,14})(?:\\.([0-9]{1,20}))?\\s*(?:per (?:group|person))?", Pattern.CASE_INSENSITIVE);

	private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]*)?");

	private static final Pattern NOT_APPLICABLE = Pattern.compile("(?:per (?:group|person) )?not applicable",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]{1,20}))?\\s*(%?)");

	private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,9})(\\.0+)?");

	private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T].*)?");

	private static final Pattern US_DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: .*)?");

	private static final int MEMORY = 8;

	private final TextRepair repair = new TextRepair();

	/**
	 * Dates that were looked at before, by identity; few differ, and texts are cached.
	 */
	private final String[] seenDates = new String[MEMORY];

	private final long[] seenDateRules = new long[MEMORY];

	private int nextDate;

	private Fields fields;

	private long rules;

	Reading of(Fields record) {
		this.fields = record;
		this.rules = 0;
		return this;
	}

	/**
	 * The rules that held so far.
	 * @return their {@link DataRule#bit() bits}
	 */
	public long rules() {
		return this.fields.rounded() ? this.rules | DataRule.ROUNDED_TO_CENTS.bit() : this.rules;
	}

	/**
	 * Says that a rule held.
	 * @param rule the rule
	 */
	public void note(DataRule rule) {
		this.rules |= rule.bit();
	}

	/**
	 * Says that a value breaks the contract, so that the record is rejected.
	 * @param reason the kind of problem
	 * @param column index in the dataset's columns
	 * @param what the rest of a sentence that begins with the column's name
	 */
	public void problem(Problem.Reason reason, int column, String what) {
		this.fields.note(reason, column, what);
	}

	/**
	 * Whether a field is empty or missing.
	 * @param column index in the dataset's columns
	 * @return true if there is nothing but white space
	 */
	public boolean blank(int column) {
		return this.fields.blank(column);
	}

	/**
	 * A text. One that is too long is a problem of the record.
	 * @param column index in the dataset's columns
	 * @param limit the most characters that are accepted
	 * @return the text, or {@link #UNKNOWN} for an empty field
	 */
	public String text(int column, int limit) {
		return text(column, limit, UNKNOWN);
	}

	/**
	 * A text. One that is too long is a problem of the record.
	 * @param column index in the dataset's columns
	 * @param limit the most characters that are accepted
	 * @param ifBlank what stands for an empty field
	 * @return the text, repaired; equal texts are mostly the same object
	 */
	public String text(int column, int limit, String ifBlank) {
		String text = repaired(this.fields.text(column, limit, ifBlank));
		return text.isEmpty() ? ifBlank : text;
	}

	/**
	 * A text without which there is no row: an empty one is a problem of the record.
	 * @param column index in the dataset's columns
	 * @param limit the most characters that are accepted
	 * @return the text
	 */
	public String needed(int column, int limit) {
		String text = repaired(this.fields.neededText(column, limit));
		if (text.isEmpty()) {
			problem(Problem.Reason.MISSING_VALUE, column, "is empty");
		}
		return text;
	}

	private String repaired(String text) {
		if (!this.fields.wide()) {
			return text;
		}
		String repaired = this.repair.repair(text);
		if (this.repair.decoded()) {
			note(DataRule.DOUBLE_ENCODED_TEXT);
		}
		if (this.repair.controls()) {
			note(DataRule.CONTROL_CHARACTERS);
		}
		return repaired;
	}

	/**
	 * The plan year; what is none is a problem of the record.
	 * @param column index in the dataset's columns
	 * @return the year
	 */
	public int year(int column) {
		return this.fields.year(column);
	}

	/**
	 * The later of the two years that the header itself names; only where the dataset's
	 * columns have years in their names.
	 * @return the year
	 */
	public int headerYear() {
		return this.fields.headerYear();
	}

	/**
	 * A plain decimal amount of dollars; what is none is a problem of the record.
	 * @param column index in the dataset's columns
	 * @return cents, or {@link Fields#NO_AMOUNT} for an empty field
	 */
	public long cents(int column) {
		return this.fields.cents(column);
	}

	/**
	 * An amount as people write it, like {@code $6,850 } or {@code $13700 per group}; one
	 * that cannot be read is taken as not given.
	 * @param column index in the dataset's columns
	 * @return cents; null if there is none
	 */
	public Long money(int column) {
		if (blank(column)) {
			return null;
		}
		String text = text(column, 200, "");
		if (NOT_APPLICABLE.matcher(text).matches()) {
			return null;
		}
		Matcher money = MONEY.matcher(text);
		if (!money.matches()) {
			note(DataRule.AMOUNT_NOT_UNDERSTOOD);
			return null;
		}
		if (!PLAIN_NUMBER.matcher(text).matches()) {
			note(DataRule.MONEY_TEXT);
		}
		if (Amounts.losesDigits(money.group(2))) {
			note(DataRule.ROUNDED_TO_CENTS);
		}
		return Amounts.cents(money.group(1), money.group(2));
	}

	/**
	 * A share like {@code 70.70%} or {@code 0.707}; zero, and what cannot be read, is
	 * taken as not given.
	 * @param column index in the dataset's columns
	 * @return basis points, 1 to 10,000; null if there is none
	 */
	public Integer share(int column) {
		if (blank(column)) {
			return null;
		}
		Matcher share = SHARE.matcher(text(column, 40, ""));
		if (!share.matches()) {
			return null;
		}
		boolean percent = !share.group(3).isEmpty();
		long points = Amounts.basisPoints(share.group(1), share.group(2), percent);
		if (percent) {
			note(DataRule.PERCENT_TEXT);
		}
		return (points > 0 && points <= 10_000) ? Integer.valueOf((int) points) : null;
	}

	/**
	 * A whole number, with or without the {@code .0} of a number once held as a floating
	 * point number; what is none is a problem of the record.
	 * @param column index in the dataset's columns
	 * @return the number; null for an empty field and for {@code Not Applicable}
	 */
	public Integer whole(int column) {
		if (blank(column)) {
			return null;
		}
		String text = text(column, 40, "");
		if (NOT_APPLICABLE.matcher(text).matches()) {
			return null;
		}
		Matcher whole = WHOLE.matcher(text);
		if (!whole.matches()) {
			problem(Problem.Reason.NOT_A_NUMBER, column, "'" + text + "' is no whole number");
			return null;
		}
		if (whole.group(2) != null) {
			note(DataRule.FLOAT_INTEGER);
		}
		return Integer.valueOf(whole.group(1));
	}

	/**
	 * A county by its FIPS code, a number of up to five digits; what is none is a problem
	 * of the record.
	 * @param column index in the dataset's columns
	 * @return five digits, state then county, or {@link #UNKNOWN} for an empty field
	 */
	public String county(int column) {
		Integer code = whole(column);
		if (code == null) {
			return UNKNOWN;
		}
		if (code < 0 || code > 99_999) {
			problem(Problem.Reason.OUT_OF_RANGE, column, "'" + code + "' is no FIPS code of five digits");
			return UNKNOWN;
		}
		String digits = code.toString();
		return "00000".substring(digits.length()) + digits;
	}

	/**
	 * A date like {@code 2014-01-01} or {@code 1/1/2016}, with or without a time; one
	 * that cannot be is taken as not given.
	 * @param column index in the dataset's columns
	 * @return days since 1970-01-01; null if there is none
	 */
	public Integer day(int column) {
		if (blank(column)) {
			return null;
		}
		LocalDate date = date(text(column, 40, ""));
		return (date != null) ? Integer.valueOf((int) date.toEpochDay()) : null;
	}

	/**
	 * Looks at a date that no table holds, for the sake of the rules.
	 * @param column index in the dataset's columns
	 */
	public void lookAtDate(int column) {
		if (blank(column)) {
			return;
		}
		String text = text(column, 40, "");
		for (int i = 0; i < MEMORY; i++) {
			if (this.seenDates[i] == text) {
				this.rules |= this.seenDateRules[i];
				return;
			}
		}
		long before = this.rules;
		this.rules = 0;
		date(text);
		this.seenDates[this.nextDate] = text;
		this.seenDateRules[this.nextDate] = this.rules;
		this.nextDate = (this.nextDate + 1) % MEMORY;
		this.rules |= before;
	}

	private LocalDate date(String text) {
		LocalDate date = parsed(text);
		if (date == null || date.getYear() < 1900 || date.getYear() > 2100) {
			note(DataRule.DATE_NOT_PLAUSIBLE);
			return null;
		}
		return date;
	}

	private LocalDate parsed(String text) {
		Matcher iso = ISO_DATE.matcher(text);
		if (iso.matches()) {
			return date(iso.group(1), iso.group(2), iso.group(3));
		}
		Matcher us = US_DATE.matcher(text);
		if (!us.matches()) {
			return null;
		}
		note(DataRule.US_DATE);
		return date(us.group(3), us.group(1), us.group(2));
	}

	private static LocalDate date(String year, String month, String day) {
		try {
			return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * A Yes or No in any spelling; a foreign value is taken as Unknown.
	 * @param column index in the dataset's columns
	 * @return {@code Yes}, {@code No} or {@link #UNKNOWN}
	 */
	public String yesNo(int column) {
		String text = text(column, 60);
		if (text.equals("Yes") || text.equals("No") || blank(column)) {
			return text;
		}
		if (text.equalsIgnoreCase("yes")) {
			note(DataRule.YES_NO_SPELLING);
			return "Yes";
		}
		if (text.equalsIgnoreCase("no")) {
			note(DataRule.YES_NO_SPELLING);
			return "No";
		}
		note(DataRule.VALUE_NOT_IN_LIST);
		return UNKNOWN;
	}

	/**
	 * The market a row belongs to; a foreign value is taken as Unknown.
	 * @param column index in the dataset's columns
	 * @return {@code Individual}, {@code SHOP (Small Group)} or {@link #UNKNOWN}
	 */
	public String market(int column) {
		String text = text(column, 60);
		if (text.equals("Individual") || text.equals("SHOP (Small Group)") || blank(column)) {
			return text;
		}
		note(DataRule.VALUE_NOT_IN_LIST);
		return UNKNOWN;
	}

	/**
	 * The coverage that a dental-only flag says.
	 * @param column index in the dataset's columns
	 * @return {@code Dental}, {@code Medical} or {@link #UNKNOWN}
	 */
	public String coverage(int column) {
		return switch (yesNo(column)) {
			case "Yes" -> "Dental";
			case "No" -> "Medical";
			default -> UNKNOWN;
		};
	}

	/**
	 * Looks whether a second column for the issuer says the same.
	 * @param issuer the issuer
	 * @param second index of the second column; empty says nothing
	 */
	public void lookAtIssuer(String issuer, int second) {
		if (!blank(second) && !text(second, 40, "").equals(issuer)) {
			note(DataRule.ISSUER_IDS_DIFFER);
		}
	}

	/**
	 * Looks whether a plan id begins with issuer and state.
	 * @param plan 14 or 17 characters
	 * @param issuer the issuer of the row
	 * @param state the state of the row
	 */
	public void lookAtPlan(String plan, String issuer, String state) {
		if (!plan.startsWith(issuer) || !plan.startsWith(state, issuer.length())) {
			note(DataRule.PLAN_ID_MISMATCH);
		}
	}

}
