package io.planstream.model.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecimalTests {

	@Property
	void centsAreTheExactValueRoundedHalfUp(@ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal amount) {
		byte[] text = bytes(amount.toPlainString());
		long expected = amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
		assertThat(Decimal.cents(text, 0, text.length)).isEqualTo(expected);
		assertThat(Decimal.losesDigits(text, 0, text.length)).isEqualTo(amount.stripTrailingZeros().scale() > 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "1e3", "abc", ".", "1.2.3", "1,000", "$5", "NaN", "٣" })
	void whatIsNoPlainNumberIsRefused(String text) {
		assertThat(cents(text)).isEqualTo(Decimal.NOT_A_NUMBER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "99999999999", "10000000.01" })
	void whatIsTooLargeStaysTooLarge(String text) {
		assertThat(cents(text)).isGreaterThan(Fields.MAX_CENTS);
	}

	private static long cents(String text) {
		byte[] bytes = bytes(text);
		return Decimal.cents(bytes, 0, bytes.length);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
