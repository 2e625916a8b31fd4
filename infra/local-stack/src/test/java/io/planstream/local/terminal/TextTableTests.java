package io.planstream.local.terminal;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TextTableTests {

	private final TextTable table = new TextTable(List.of("state", "rates")).row(List.of("AK", "1,234"))
		.row(List.of("Unknown", "5"));

	@Test
	void alignsTextLeftAndNumbersRight() {
		assertThat(this.table.plain().lines()).containsExactly("  state    rates", "  -------  -----",
				"  AK       1,234", "  Unknown      5");
	}

	@Test
	void framesAsDatabaseClientsDo() {
		assertThat(this.table.framed(true).lines()).containsExactly("+---------+-------+", "| state   | rates |",
				"+---------+-------+", "| AK      | 1,234 |", "| Unknown |     5 |", "+---------+-------+");
	}

	@Test
	void framesWithoutHeader() {
		assertThat(this.table.framed(false).lines()).first().isEqualTo("+---------+-------+");
		assertThat(this.table.framed(false)).doesNotContain("rates");
	}

	@Test
	void refusesARowOfAnotherWidth() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.table.row(List.of("AK")));
	}

}
