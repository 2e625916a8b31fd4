package io.planstream.testsupport.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person pays for a benefit, as a copay or coinsurance says it.
 *
 * @param kind how it is said
 * @param amount cents of an amount, basis points of a share, else 0
 * @param rounded whether it had more than two decimals
 * @param after whether it says {@code after deductible}
 * @param before whether it says {@code before deductible}
 */
record CostSharing(Kind kind, long amount, boolean rounded, boolean after, boolean before) {

	private static final String DEDUCTIBLE = "(?: (after|before) deductible)?";

	private static final Pattern NO_CHARGE = Pattern.compile("no charge" + DEDUCTIBLE);

	private static final Pattern AMOUNT = Pattern
		.compile("\\$([0-9,]+(?:\\.[0-9]+)?)(?: copay)?( per day| per stay)?" + DEDUCTIBLE);

	private static final Pattern SHARE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)%(?: coinsurance)?" + DEDUCTIBLE);

	static CostSharing of(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		if (lower.isEmpty()) {
			return new CostSharing(Kind.BLANK, 0, false, false, false);
		}
		if (lower.equals("not applicable")) {
			return new CostSharing(Kind.NOT_APPLICABLE, 0, false, false, false);
		}
		Matcher noCharge = NO_CHARGE.matcher(lower);
		if (noCharge.matches()) {
			return of(Kind.NO_CHARGE, "0", noCharge.group(1));
		}
		Matcher amount = AMOUNT.matcher(lower);
		if (amount.matches()) {
			return of(kindOf(amount.group(2)), amount.group(1).replace(",", ""), amount.group(3));
		}
		Matcher share = SHARE.matcher(lower);
		if (share.matches()) {
			return of(Kind.SHARE, share.group(1), share.group(2));
		}
		return new CostSharing(Kind.NOT_UNDERSTOOD, 0, false, false, false);
	}

	private static CostSharing of(Kind kind, String number, String deductible) {
		BigDecimal exact = new BigDecimal(number).movePointRight(2);
		BigDecimal hundredths = exact.setScale(0, RoundingMode.HALF_UP);
		return new CostSharing(kind, hundredths.longValueExact(), hundredths.compareTo(exact) != 0,
				"after".equals(deductible), "before".equals(deductible));
	}

	private static Kind kindOf(String per) {
		if (per == null) {
			return Kind.AMOUNT;
		}
		return per.equals(" per day") ? Kind.AMOUNT_PER_DAY : Kind.AMOUNT_PER_STAY;
	}

	/** How it is said. */
	enum Kind {

		NO_CHARGE, AMOUNT, AMOUNT_PER_DAY, AMOUNT_PER_STAY, SHARE, NOT_APPLICABLE, BLANK, NOT_UNDERSTOOD

	}

}
