package io.planstream.generator.market;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DrawsTests {

	@Test
	void givesTheSameStreamForTheSameKey() {
		Draws one = Draws.of(1, Purpose.PLAN, 2, 3);
		Draws same = Draws.of(1, Purpose.PLAN, 2, 3);
		for (int number = 0; number < 100; number++) {
			assertThat(one.next()).isEqualTo(same.next());
		}
	}

	@Test
	void givesAnotherStreamForAnotherKey() {
		long first = Draws.of(1, Purpose.PLAN, 2, 3).next();
		assertThat(Draws.of(1, Purpose.PLAN, 3, 2).next()).isNotEqualTo(first);
		assertThat(Draws.of(2, Purpose.PLAN, 2, 3).next()).isNotEqualTo(first);
		assertThat(Draws.of(1, Purpose.PRODUCT, 2, 3).next()).isNotEqualTo(first);
		assertThat(Draws.of(1, Purpose.PLAN, 2).next()).isNotEqualTo(first);
	}

	@Test
	void staysWithinItsBounds() {
		Draws draws = Draws.of(7, Purpose.PLAN);
		boolean[] seen = new boolean[5];
		for (int number = 0; number < 10_000; number++) {
			seen[draws.below(5)] = true;
			assertThat(draws.between(-3, 3)).isBetween(-3, 3);
		}
		assertThat(seen).containsOnly(true);
	}

	@Test
	void drawsAsOftenAsTheWeightsSay() {
		Draws draws = Draws.of(11, Purpose.PLAN);
		int[] counts = new int[3];
		for (int number = 0; number < 100_000; number++) {
			counts[draws.weighted(10, 0, 30)]++;
		}
		assertThat(counts[0]).isBetween(24_000, 26_000);
		assertThat(counts[1]).isZero();
	}

}
