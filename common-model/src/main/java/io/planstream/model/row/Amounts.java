package io.planstream.model.row;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.planstream.model.csv.Fields;

/**
 * Numbers out of the digits that a pattern found.
 */
public final class Amounts {

	private Amounts() {
	}

	/**
	 * Dollars as cents; more than two decimals are cut.
	 * @param dollars digits and thousands commas
	 * @param fraction one or two digits, or null
	 * @return cents; at most {@link Fields#MAX_CENTS} dollars
	 */
	public static long cents(String dollars, String fraction) {
		long whole = Math.min(Long.parseLong(dollars.replace(",", "")), Fields.MAX_CENTS);
		return whole * 100 + ((fraction != null) ? Long.parseLong((fraction + "0").substring(0, 2)) : 0);
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
