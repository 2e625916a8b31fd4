package io.planstream.model.row;

import io.planstream.model.csv.Fields;

/**
 * A premium: what one person of an age pays a month for a plan in a rating area.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param planId standard component id, 14 characters
 * @param ratingArea for example {@code Rating Area 7}
 * @param tobacco {@code No Preference} or {@code Tobacco User/Non-Tobacco User}
 * @param age {@code 0-20}, {@code 21} to {@code 64}, {@code 65 and over} or
 * {@code Family Option}
 * @param individualCents monthly premium in cents, or {@link Fields#NO_AMOUNT}
 * @param tobaccoCents monthly premium of a tobacco user in cents, or
 * {@link Fields#NO_AMOUNT}
 * @param rules {@link DataRule#bit() bits} of the rules that held while reading
 */
public record RateRow(int businessYear, String stateCode, String issuerId, String planId, String ratingArea,
		String tobacco, String age, long individualCents, long tobaccoCents, int rules) implements ParsedRow.Accepted {

	/**
	 * Whether the individual rate is a price. Blank, 0, 0.01, 9999, 9999.99, 99999 and
	 * 999999 are placeholders that issuers file for a plan they do not sell at that age
	 * or place.
	 * @return false if the row is to be set aside
	 */
	public boolean priced() {
		return isPrice(this.individualCents);
	}

	/**
	 * Whether there is a tobacco rate and it is a price.
	 * @return false if blank or a placeholder
	 */
	public boolean tobaccoPriced() {
		return isPrice(this.tobaccoCents);
	}

	/**
	 * Whether there is a tobacco rate, price or not.
	 * @return false if blank
	 */
	public boolean hasTobaccoRate() {
		return this.tobaccoCents != Fields.NO_AMOUNT;
	}

	private static boolean isPrice(long cents) {
		return cents != Fields.NO_AMOUNT && cents != 0 && cents != 1 && cents != 999_900 && cents != 999_999
				&& cents != 9_999_900 && cents != 99_999_900;
	}

}
