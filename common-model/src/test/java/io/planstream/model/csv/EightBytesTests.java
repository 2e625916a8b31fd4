package io.planstream.model.csv;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class EightBytesTests {

	@Property(tries = 2000)
	void findsTheFirstOfACharacter(@ForAll("near") byte[] bytes, @ForAll("marks") char wanted) {
		for (int from = 0; from <= bytes.length; from++) {
			int expected = from;
			while (expected < bytes.length && bytes[expected] != wanted) {
				expected++;
			}
			assertThat(EightBytes.indexOf(bytes, from, bytes.length, wanted)).isEqualTo(expected);
		}
	}

	@Property(tries = 2000)
	void knowsWhetherThereIsAByteBeyondAsciiOrNul(@ForAll("near") byte[] bytes) {
		for (int at = 0; at + 8 <= bytes.length; at++) {
			boolean expected = false;
			for (int i = at; i < at + 8; i++) {
				expected |= bytes[i] <= 0;
			}
			assertThat(EightBytes.illegible(EightBytes.at(bytes, at)) != 0).isEqualTo(expected);
		}
	}

	/** Bytes whose neighbours and signs could be mistaken for what is looked for. */
	@Provide
	Arbitrary<byte[]> near() {
		byte[] few = { 0, 1, ',' - 1, ',', ',' + 1, '"', '"' + 1, '\n', '\n' + 1, '\r', 'a', 0x7F, -0x80, ',' - 0x80,
				-1 };
		return Arbitraries.integers()
			.between(0, few.length - 1)
			.map((index) -> few[index])
			.array(byte[].class)
			.ofMaxSize(40);
	}

	@Provide
	Arbitrary<Character> marks() {
		return Arbitraries.of(',', '"', '\n', '\r');
	}

}
