package io.planstream.model.row;

import java.time.LocalDate;
import java.util.List;
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

	private static final Pattern NOT_APPLICABLE = Pattern.compile("(?:per (?:group|person) )?not applicable",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,9})(\\.0+)?");

	private static final List<String> MARKETS = List.of("Individual", "SHOP (Small Group)");

	private static final List<String> YES_OR_NO = List.of("Yes", "No");

	/** What is longer is no number, no date and no value of a list. */
	private static final int LONGEST_VALUE = 60;

	private final TextRepair repair = new TextRepair();

	private final Dates dates = new Dates();

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
		noteFloat(column);
		return this.fields.year(column);
	}

	/**
	 * The number of an issuer, with or without the {@code .0} of a number once held as a
	 * floating point number.
	 * @param column index in the dataset's columns
	 * @return the number as text, or {@link #UNKNOWN} for an empty field
	 */
	public String issuer(int column) {
		String issuer = text(column, 16);
		return noteFloat(column) ? issuer.substring(0, issuer.length() - 2) : issuer;
	}

	private boolean noteFloat(int column) {
		boolean was = this.fields.endsInPointZero(column);
		if (was) {
			note(DataRule.FLOAT_INTEGER);
		}
		return was;
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
		String text = given(column);
		if (text == null) {
			return null;
		}
		Long cents = Amounts.money(text);
		if (cents == null) {
			note(DataRule.AMOUNT_NOT_UNDERSTOOD);
		}
		else {
			if (!Amounts.isPlain(text)) {
				note(DataRule.MONEY_TEXT);
			}
			if (Amounts.losesDigits(text)) {
				note(DataRule.ROUNDED_TO_CENTS);
			}
		}
		return cents;
	}

	/** The text of a number, which is short; null if there is none. */
	private String given(int column) {
		if (blank(column)) {
			return null;
		}
		if (this.fields.longer(column, LONGEST_VALUE)) {
			return "";
		}
		String text = text(column, LONGEST_VALUE, "");
		return NOT_APPLICABLE.matcher(text).matches() ? null : text;
	}

	/**
	 * A share like {@code 70.70%} or {@code 0.707}; zero, and what cannot be read, is
	 * taken as not given.
	 * @param column index in the dataset's columns
	 * @return basis points, 1 to 10,000; null if there is none
	 */
	public Integer share(int column) {
		String text = given(column);
		if (text == null) {
			return null;
		}
		Integer points = Amounts.share(text);
		if (points == null) {
			note(DataRule.AMOUNT_NOT_UNDERSTOOD);
		}
		else {
			if (!Amounts.isPlain(text)) {
				note(DataRule.PERCENT_TEXT);
			}
			if (Amounts.shareLosesDigits(text)) {
				note(DataRule.ROUNDED_TO_BASIS_POINTS);
			}
		}
		return points;
	}

	/**
	 * A whole number, with or without the {@code .0} of a number once held as a floating
	 * point number; what is none is a problem of the record.
	 * @param column index in the dataset's columns
	 * @return the number; null for an empty field and for {@code Not Applicable}
	 */
	public Integer whole(int column) {
		String text = given(column);
		Integer whole = (text != null) ? whole(text) : null;
		if (text != null && whole == null) {
			problem(Problem.Reason.NOT_A_NUMBER, column, "'" + text + "' is no whole number");
		}
		return whole;
	}

	/**
	 * A whole number that a row can do without; what is none is taken as not given.
	 * @param column index in the dataset's columns
	 * @return the number; null if there is none
	 */
	public Integer wholeIfAny(int column) {
		String text = given(column);
		Integer whole = (text != null) ? whole(text) : null;
		if (text != null && whole == null) {
			note(DataRule.AMOUNT_NOT_UNDERSTOOD);
		}
		return whole;
	}

	private Integer whole(String text) {
		Matcher whole = WHOLE.matcher(text);
		if (!whole.matches()) {
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
		LocalDate date = this.dates.read(dateText(column));
		this.rules |= this.dates.rules();
		return (date != null) ? Integer.valueOf((int) date.toEpochDay()) : null;
	}

	/**
	 * Looks at a date that no table holds, for the sake of the rules.
	 * @param column index in the dataset's columns
	 */
	public void lookAtDate(int column) {
		if (!blank(column)) {
			this.dates.read(dateText(column));
			this.rules |= this.dates.rules();
		}
	}

	private String dateText(int column) {
		return this.fields.longer(column, LONGEST_VALUE) ? "" : text(column, LONGEST_VALUE, "");
	}

	/**
	 * A Yes or No in any spelling; a foreign value is taken as Unknown.
	 * @param column index in the dataset's columns
	 * @return {@code Yes}, {@code No} or {@link #UNKNOWN}
	 */
	public String yesNo(int column) {
		return listed(column, YES_OR_NO, DataRule.YES_NO_SPELLING);
	}

	/**
	 * The market a row belongs to; a foreign value is taken as Unknown.
	 * @param column index in the dataset's columns
	 * @return {@code Individual}, {@code SHOP (Small Group)} or {@link #UNKNOWN}
	 */
	public String market(int column) {
		return listed(column, MARKETS);
	}

	/**
	 * A value of a list, in any case; a foreign value is taken as Unknown.
	 * @param column index in the dataset's columns
	 * @param values the values that belong there
	 * @return one of them, or {@link #UNKNOWN}
	 */
	public String listed(int column, List<String> values) {
		return listed(column, values, DataRule.VALUE_SPELLING);
	}

	private String listed(int column, List<String> values, DataRule spelling) {
		if (blank(column)) {
			return UNKNOWN;
		}
		String text = this.fields.longer(column, LONGEST_VALUE) ? UNKNOWN : text(column, LONGEST_VALUE);
		for (int i = 0; i < values.size(); i++) {
			if (values.get(i).equals(text)) {
				return values.get(i);
			}
		}
		for (String value : values) {
			if (value.equalsIgnoreCase(text)) {
				note(spelling);
				return value;
			}
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
		if (!blank(second) && !issuer(second).equals(issuer)) {
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
