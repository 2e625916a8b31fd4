package io.planstream.generator.market;

/**
 * Writes numbers with leading zeros, in the same digits wherever it runs.
 */
public final class Digits {

	private Digits() {
	}

	/**
	 * Write a number.
	 * @param number zero or more
	 * @param width the least number of digits
	 * @return the digits
	 */
	public static String padded(int number, int width) {
		String digits = Integer.toString(number);
		return "0".repeat(Math.max(0, width - digits.length())) + digits;
	}

}
