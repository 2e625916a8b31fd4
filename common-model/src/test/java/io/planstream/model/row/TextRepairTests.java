package io.planstream.model.row;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextRepairTests {

	private final TextRepair repair = new TextRepair();

	@Test
	void utf8TakenForLatin1BecomesWhatItWas() {
		assertThat(
				this.repair.repair("don\u00e2\u0080\u0099t \u00e2\u0080\u009cx\u00e2\u0080\u009d \u00e2\u0080\u0093"))
			.isEqualTo("don't \"x\" -");
		assertThat(this.repair.decoded()).isTrue();
		assertThat(this.repair.controls()).isFalse();
		assertThat(this.repair.repair("Hospital\u00c2\u00a0 (On)")).isEqualTo("Hospital  (On)");
		assertThat(this.repair.repair("Caf\u00c3\u00a9")).isEqualTo("Caf\u00e9");
		assertThat(this.repair.repair("Caf\u00e9\u00c2\u00ae")).isEqualTo("Caf\u00e9\u00ae");
		assertThat(this.repair.repair("\u00ae\u00e2\u0080\u0099s \u00e2\u0080")).isEqualTo("\u00ae's \u00e2");
	}

	@Test
	void windowsPunctuationTakenForControlsBecomesPunctuation() {
		assertThat(this.repair.repair("\u0091a\u0092 \u0093b\u0094 \u0096 c\u0081")).isEqualTo("'a' \"b\" - c");
		assertThat(this.repair.controls()).isTrue();
		assertThat(this.repair.decoded()).isFalse();
	}

	@Test
	void aNoBreakSpaceIsNotReplacedSilently() {
		assertThat(this.repair.repair("a\u00a0b\u00a0")).isEqualTo("a b");
		assertThat(this.repair.controls()).isTrue();
	}

	@Test
	void goodTextsStayAsTheyAre() {
		for (String text : new String[] { "plain", "na\u00efve", "\u65e5\u672c", "\u2019", "" }) {
			assertThat(this.repair.repair(text)).isSameAs(text);
			assertThat(this.repair.decoded() || this.repair.controls()).isFalse();
		}
	}

	@Property
	void anyTextComesBackFromDoubleEncoding(@ForAll @CharRange(from = '\u0391', to = '\u03c9') String greek) {
		String damaged = new String(greek.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		assertThat(this.repair.repair(damaged)).isEqualTo(greek);
	}

}
