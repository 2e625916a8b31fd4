package io.planstream.testsupport.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * An amount of money as a file spells it.
 *
 * @param value the amount as written, null if the field is blank
 */
record Amount(BigDecimal value) {

	private static final List<BigDecimal> NO_PRICES = List.of(new BigDecimal("0.00"), new BigDecimal("0.01"),
			new BigDecimal("9999.00"), new BigDecimal("9999.99"), new BigDecimal("99999.00"),
			new BigDecimal("999999.00"));

	static Amount of(String text) {
		return new Amount(text.isEmpty() ? null : new BigDecimal(text));
	}

	boolean isBlank() {
		return this.value == null;
	}

	boolean isPrice() {
		return this.value != null && !NO_PRICES.contains(rounded());
	}

	boolean isRounded() {
		return this.value != null && rounded().compareTo(this.value) != 0;
	}

	long cents() {
		return rounded().movePointRight(2).longValueExact();
	}

	private BigDecimal rounded() {
		return this.value.setScale(2, RoundingMode.HALF_UP);
	}

}
