package io.planstream.model.csv;

/**
 * Plain decimal numbers without going through strings and floating point.
 */
final class Decimal {

	static final long NOT_A_NUMBER = -1;

	private Decimal() {
	}

	/**
	 * Reads a number that is not negative, as hundredths rounded half up.
	 * @return hundredths, more than {@link Fields#MAX_CENTS} for anything larger than
	 * that, or {@link #NOT_A_NUMBER}
	 */
	static long cents(byte[] text, int start, int end) {
		int i = start;
		long units = 0;
		int digits = 0;
		while (i < end && isDigit(text[i])) {
			units = Math.min(units * 10 + text[i++] - '0', Fields.MAX_CENTS);
			digits++;
		}
		if (i == end) {
			return (digits > 0) ? units * 100 : NOT_A_NUMBER;
		}
		if (text[i++] != '.') {
			return NOT_A_NUMBER;
		}
		return fraction(text, i, end, digits, units * 100);
	}

	private static long fraction(byte[] text, int from, int end, int digitsBefore, long hundredths) {
		long cents = hundredths;
		for (int i = from; i < end; i++) {
			if (!isDigit(text[i])) {
				return NOT_A_NUMBER;
			}
			int digit = text[i] - '0';
			switch (i - from) {
				case 0 -> cents += digit * 10;
				case 1 -> cents += digit;
				case 2 -> cents += (digit >= 5) ? 1 : 0;
				default -> {
				}
			}
		}
		return (digitsBefore > 0 || end > from) ? cents : NOT_A_NUMBER;
	}

	/** Whether a number that was read has a third or later decimal that is not zero. */
	static boolean losesDigits(byte[] text, int start, int end) {
		int point = start;
		while (point < end && text[point] != '.') {
			point++;
		}
		for (int i = point + 3; i < end; i++) {
			if (text[i] != '0') {
				return true;
			}
		}
		return false;
	}

	private static boolean isDigit(byte c) {
		return c >= '0' && c <= '9';
	}

}
