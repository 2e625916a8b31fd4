package io.planstream.generator.market;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApportionmentTests {

	@Test
	void givesTheRestToTheLargestRemainders() {
		assertThat(Apportionment.divide(10, 1, 1, 1)).containsExactly(4, 3, 3);
		assertThat(Apportionment.divide(7, 0.26, 0.25, 0.49)).containsExactly(2, 2, 3);
	}

	@Test
	void dividesNothingAmongNothing() {
		assertThat(Apportionment.divide(0, 0, 0)).containsExactly(0, 0);
	}

	@Property(tries = 200)
	void dividesAllOfItAndNobodyIsOffByOne(@ForAll @IntRange(max = 100_000) int total,
			@ForAll @NotEmpty double @DoubleRange(min = 0.1, max = 1000) [] weights) {
		double[] claims = Arrays.stream(weights).map((weight) -> Math.abs(weight) % 1000 + 0.1).toArray();
		int[] parts = Apportionment.divide(total, claims);
		assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
		double sum = Arrays.stream(claims).sum();
		for (int index = 0; index < parts.length; index++) {
			assertThat((double) parts[index]).isBetween(total * claims[index] / sum - 1,
					total * claims[index] / sum + 1);
		}
	}

}
