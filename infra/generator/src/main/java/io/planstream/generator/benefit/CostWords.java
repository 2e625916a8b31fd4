package io.planstream.generator.benefit;

import java.util.Locale;

import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Draws;

/**
 * Copays and coinsurances in the words of the year. What is {@code Not Applicable} in
 * 2016 was {@code No Charge} before.
 */
final class CostWords {

	private static final int[] DOLLARS = { 0, 0, 0, 5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 75, 100, 150, 200, 250, 300,
			500, 750, 1000, 1500 };

	private static final int[] SHARES = { 0, 0, 5, 10, 10, 15, 20, 20, 20, 25, 30, 30, 35, 40, 50, 50, 60, 100 };

	private CostWords() {
	}

	static String copay(BusinessYear year, Draws draws) {
		boolean last = year.isLast();
		int[] weights = last ? new int[] { 565, 80, 57, 247, 30, 9, 6, 0, 6 }
				: new int[] { 0, 530, 50, 340, 30, 8, 28, 13, 1 };
		int dollars = DOLLARS[draws.below(DOLLARS.length)];
		return switch (draws.weighted(weights)) {
			case 0 -> "Not Applicable";
			case 1 -> "No Charge";
			case 2 -> "No Charge after deductible";
			case 3 -> plain(dollars);
			case 4 -> "$" + dollars + " Copay after deductible";
			case 5 -> "$" + dollars + " Copay before deductible";
			case 6 -> "$" + dollars + (last ? " Copay per Stay after deductible" : " Copay per Day");
			case 7 -> "$" + dollars + (draws.chance(800) ? " Copay per Stay" : " Copay per Day before deductible");
			default -> last ? "$" + dollars + " Copay per Stay before deductible" : "0%";
		};
	}

	static String coinsurance(BusinessYear year, Draws draws) {
		int[] weights = year.isLast() ? new int[] { 167, 61, 117, 172, 483, 0 } : new int[] { 0, 230, 95, 210, 463, 2 };
		int share = SHARES[draws.below(SHARES.length)];
		return switch (draws.weighted(weights)) {
			case 0 -> "Not Applicable";
			case 1 -> "No Charge";
			case 2 -> "No Charge after deductible";
			case 3 -> share + "%";
			case 4 -> share + "% Coinsurance after deductible";
			default -> "$0";
		};
	}

	private static String plain(int dollars) {
		return (dollars < 1000) ? "$" + dollars : String.format(Locale.ROOT, "$%,d", dollars);
	}

}
