package io.planstream.model.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LiteralsTests {

	private static final String HEXADECIMAL = "_utf8mb4 x'";

	@Property
	void aTextIsItselfOrTheDigitsOfItsBytesAndNothingInItEndsTheLiteral(@ForAll String text) {
		String literal = literal(text);
		String inside = literal.substring(literal.indexOf('\'') + 1, literal.length() - 1);
		assertThat(literal).endsWith("'");
		assertThat(inside).matches("[ -~&&[^'\\\\]]*");
		if (literal.startsWith(HEXADECIMAL)) {
			assertThat(HexFormat.of().parseHex(inside)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
		}
		else {
			assertThat(inside).isEqualTo(text);
		}
	}

	@Property
	void eachRowIsOneListOfValues(@ForAll @NotEmpty List<Long> numbers) {
		List<Object[]> rows = numbers.stream().map((number) -> new Object[] { number, "x" }).toList();
		String values = Literals
			.insert("insert into t (a, b) values (?, ?) on duplicate key update a = values(a)", rows)
			.replace("insert into t (a, b) values ", "")
			.replace(" on duplicate key update a = values(a)", "");
		assertThat(values.split("(?<=\\)),"))
			.containsExactly(numbers.stream().map((number) -> "(" + number + ",'x')").toArray(String[]::new));
	}

	@Test
	void numbersTruthsDatesAndNothingAreWrittenAsSqlDoes() {
		assertThat(literal(-1L)).isEqualTo("-1");
		assertThat(literal(7)).isEqualTo("7");
		assertThat(literal(true)).isEqualTo("true");
		assertThat(literal(null)).isEqualTo("null");
		assertThat(literal(LocalDate.of(2016, 2, 29))).isEqualTo("'2016-02-29'");
		assertThat(literal(LocalDateTime.of(2016, 2, 29, 1, 2, 3, 4000))).isEqualTo("'2016-02-29 01:02:03.000004'");
		assertThatIllegalArgumentException().isThrownBy(() -> literal(1.5)).withMessageContaining("Double");
	}

	private static String literal(Object value) {
		StringBuilder text = new StringBuilder();
		Literals.append(text, value);
		return text.toString();
	}

}
