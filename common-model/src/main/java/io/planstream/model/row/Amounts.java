package io.planstream.model.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.planstream.model.csv.Fields;

/**
 * Amounts and shares out of texts, and out of the digits that a pattern found.
 */
public final class Amounts {

	private static final Pattern MONEY = Pattern.compile(
			"\\$?\\s*([0-9][0-9,]{0,14})(?:\\.([0-9]{1,20}))?\\s*(?:per (?:group|person))?", Pattern.CASE_INSENSITIVE);

	private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]{1,20}))?\\s*(%?)");

	private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]*)?");

	private Amounts() {
	}

	/** The cents of a text like {@code $13700 per group}; null if it says no amount. */
	static Long money(String text) {
		Matcher money = MONEY.matcher(text);
		return money.matches() ? cents(money.group(1), money.group(2)) : null;
	}

	/**
	 * The basis points, 1 to 10,000, of a text like {@code 70.70%} or {@code 0.707}; null
	 * if it says no share.
	 */
	static Integer share(String text) {
		Matcher share = SHARE.matcher(text);
		long points = share.matches() ? basisPoints(share.group(1), share.group(2), !share.group(3).isEmpty()) : 0;
		return (points > 0 && points <= 10_000) ? Integer.valueOf((int) points) : null;
	}

	/** Whether {@link #money} rounds. */
	static boolean losesDigits(String text) {
		Matcher money = MONEY.matcher(text);
		return money.matches() && isBeyond(money.group(2), 2);
	}

	/** Whether {@link #share} rounds. */
	static boolean shareLosesDigits(String text) {
		Matcher share = SHARE.matcher(text);
		return share.matches() && isBeyond(share.group(2), share.group(3).isEmpty() ? 4 : 2);
	}

	/**
	 * Whether a number has more decimals than are kept, so that it is rounded.
	 * @param fraction digits after the point, or null
	 * @param kept how many of them are kept
	 * @return true if one of the rest is not zero
	 */
	public static boolean isBeyond(String fraction, int kept) {
		return fraction != null && fraction.chars().skip(kept).anyMatch((digit) -> digit != '0');
	}

	/** Whether a text is a number and nothing else. */
	static boolean isPlain(String text) {
		return PLAIN_NUMBER.matcher(text).matches();
	}

	/**
	 * Dollars as cents, rounded half up.
	 * @param dollars up to 15 digits and thousands commas
	 * @param fraction digits after the point, or null
	 * @return cents, or null for more than {@link Fields#MAX_CENTS}
	 */
	public static Long cents(String dollars, String fraction) {
		BigDecimal amount = new BigDecimal(dollars.replace(",", "") + "." + ((fraction != null) ? fraction : "0"));
		long cents = amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
		return (cents <= Fields.MAX_CENTS) ? Long.valueOf(cents) : null;
	}

	/**
	 * A share as basis points, rounded half up.
	 * @param whole digits before the point
	 * @param fraction digits after it, or null
	 * @param percent whether the number is of hundredths
	 * @return basis points
	 */
	public static long basisPoints(String whole, String fraction, boolean percent) {
		BigDecimal number = new BigDecimal(whole + "." + ((fraction != null) ? fraction : "0"));
		return number.movePointRight(percent ? 2 : 4).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

}
