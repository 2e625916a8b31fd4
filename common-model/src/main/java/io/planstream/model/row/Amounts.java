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
	 * Dollars as cents, rounded half up.
	 * @param dollars digits and thousands commas
	 * @param fraction digits after the point, or null
	 * @return cents; at most {@link Fields#MAX_CENTS} dollars and the fraction
	 */
	public static long cents(String dollars, String fraction) {
		long whole = Math.min(Long.parseLong(dollars.replace(",", "")), Fields.MAX_CENTS);
		return (fraction != null) ? new BigDecimal(whole + "." + fraction).movePointRight(2)
			.setScale(0, RoundingMode.HALF_UP)
			.longValueExact() : whole * 100;
	}

	/**
	 * Whether {@link #cents} rounds.
	 * @param fraction digits after the point, or null
	 * @return true if there is a third or later decimal that is not zero
	 */
	static boolean losesDigits(String fraction) {
		return fraction != null && fraction.length() > 2 && !fraction.substring(2).chars().allMatch((c) -> c == '0');
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
