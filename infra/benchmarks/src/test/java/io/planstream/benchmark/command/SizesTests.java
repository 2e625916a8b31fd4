package io.planstream.benchmark.command;

import io.planstream.benchmark.contender.Amount;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SizesTests {

	private static final double RATES = 12_694_445;

	private final Sizes sizes = new Sizes(0.2, 200_000);

	@Test
	void slowContendersGetNoMoreThanTheirRows() {
		assertThat(this.sizes.of(Amount.FEW) * RATES).isCloseTo(200_000, within(1.0));
		assertThat(new Sizes(0.001, 200_000).of(Amount.FEW)).isEqualTo(0.001);
	}

	@Test
	void whatNeedsTimeGetsEnoughRowsAtAnyScale() {
		assertThat(this.sizes.of(Amount.atLeast(2_000_000))).isEqualTo(0.2);
		assertThat(new Sizes(0.001, 200_000).of(Amount.atLeast(2_000_000)) * RATES).isCloseTo(2_000_000, within(1.0));
	}

	@Test
	void aPartIsOneOfTheScaleThatWasAskedFor() {
		assertThat(this.sizes.of(Amount.part(0.25))).isEqualTo(0.05);
	}

	@Test
	void aWarmUpIsATenthOfAllRowsAndNeverLarger() {
		assertThat(new Sizes(1, 200_000).warmUp(Amount.ALL)).isEqualTo(0.1);
		assertThat(this.sizes.warmUp(Amount.ALL)).isEqualTo(0.1);
		assertThat(this.sizes.warmUp(Amount.part(0.25))).isEqualTo(0.05);
		assertThat(new Sizes(0.001, 200_000).warmUp(Amount.ALL)).isEqualTo(0.001);
	}

	@Test
	void slowContendersWarmUpWithATenthOfTheirRows() {
		assertThat(this.sizes.warmUp(Amount.FEW) * RATES).isCloseTo(20_000, within(1.0));
		assertThat(new Sizes(0.001, 200_000).warmUp(Amount.FEW)).isCloseTo(0.0001, within(1e-12));
	}

}
