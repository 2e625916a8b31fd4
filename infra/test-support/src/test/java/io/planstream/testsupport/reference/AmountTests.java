package io.planstream.testsupport.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "0.0", "0.01", "9999", "9999.0", "9999.99", "99999", "999999.0", "0.004" })
	void knowsWhatIsNoPrice(String text) {
		assertThat(Amount.of(text).isPrice()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.02", "0.015", "1.5", "9998.99", "99999.99", "999999.01", "9999.5" })
	void knowsWhatIsAPrice(String text) {
		assertThat(Amount.of(text).isPrice()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "29.0, 2900", "73.9, 7390", "73.95, 7395", "157.123, 15712", "157.125, 15713", "0.125, 13", "7, 700",
			"1e2, 10000" })
	void roundsHalfUpToCents(String text, long cents) {
		assertThat(Amount.of(text).cents()).isEqualTo(cents);
	}

	@Test
	void countsOnlyDecimalsThatAreNotZerosAsRounded() {
		assertThat(Amount.of("157.123").isRounded()).isTrue();
		assertThat(Amount.of("157.120").isRounded()).isFalse();
		assertThat(Amount.of("157.1").isRounded()).isFalse();
		assertThat(Amount.of("").isRounded()).isFalse();
	}

}
