package io.planstream.generator.rate;

import io.planstream.generator.market.RateSheet;

/**
 * The ages of the files and what the federal age curve asks of them, the price at 21
 * being one.
 */
final class AgeCurve {

	/** The age of rows that price a family. */
	static final String FAMILY = "Family Option";

	private static final int[] PER_MILLE = { 635, 1000, 1000, 1000, 1000, 1004, 1024, 1048, 1087, 1119, 1135, 1159,
			1183, 1198, 1214, 1222, 1230, 1238, 1246, 1262, 1278, 1302, 1325, 1357, 1397, 1444, 1500, 1563, 1635, 1706,
			1786, 1865, 1952, 2040, 2135, 2230, 2333, 2437, 2548, 2603, 2714, 2810, 2873, 2952, 3000, 3000 };

	private AgeCurve() {
	}

	/** An age as the files spell it: index 0 is {@code 0-20}, index 1 is 21. */
	static String label(int index) {
		if (index == 0) {
			return "0-20";
		}
		return (index == RateSheet.AGES - 1) ? "65 and over" : Integer.toString(20 + index);
	}

	/** The price at an age, in thousandths of the price at 21. */
	static int perMille(int index) {
		return PER_MILLE[index];
	}

}
