package io.planstream.testsupport.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RepairedTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "Children\u00e2\u0080\u0099s", "Children\u00e2\u0080\u0098s", "Children\u0092s",
			"Children\u0091s" })
	void readsAnApostrophe(String text) {
		assertThat(RepairedText.of(text)).isEqualTo("Children's");
	}

	@ParameterizedTest
	@ValueSource(strings = { "the \u00e2\u0080\u009cOther\u00e2\u0080\u009d one", "the \u0093Other\u0094 one" })
	void readsQuotes(String text) {
		assertThat(RepairedText.of(text)).isEqualTo("the \"Other\" one");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u00e2\u0080\u0093b", "a\u00e2\u0080\u0094b", "a\u0096b", "a\u0097b" })
	void readsADash(String text) {
		assertThat(RepairedText.of(text)).isEqualTo("a-b");
	}

	@Test
	void readsBlanksThatDoNotBreakAndKeepsRunsOfThem() {
		assertThat(RepairedText.of("Hospital\u00c2\u00a0 (On)\u00a0")).isEqualTo("Hospital  (On)");
	}

	@Test
	void removesOtherControlCharacters() {
		assertThat(RepairedText.of("\u0080a\u0085b\u009f")).isEqualTo("ab");
	}

	@Test
	void decodesWhatWasEncodedTwiceWhereverItStands() {
		assertThat(RepairedText.of("Caf\u00c3\u00a9\u00c2\u00ae\u00ae\u00e2\u0080\u0099s $1"))
			.isEqualTo("Caf\u00e9\u00ae\u00ae's $1");
	}

	@Test
	void keepsLettersAndSignsOfOtherLanguages() {
		assertThat(RepairedText.of(" Caf\u00e9\u00ae \u2019 ")).isEqualTo("Caf\u00e9\u00ae \u2019");
	}

}
