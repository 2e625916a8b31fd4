package io.planstream.ingest.run;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectLimitTests {

	private final RejectLimit limit = new RejectLimit(0.01, 1000);

	@Test
	void bearsAnyShareOfAFewRows() {
		assertThat(this.limit.passed(1000, 1000)).isFalse();
		assertThat(this.limit.passed(1001, 1001)).isTrue();
	}

	@Test
	void bearsAnyNumberOfASmallShare() {
		assertThat(this.limit.passed(10_000, 1_000_000)).isFalse();
		assertThat(this.limit.passed(10_001, 1_000_000)).isTrue();
	}

	@Test
	void saysHowManyItBears() {
		assertThat(this.limit.bearable(10)).isEqualTo(1000);
		assertThat(this.limit.bearable(1_000_000)).isEqualTo(10_000);
	}

	@Test
	void keepsWhatIsNotChanged() {
		assertThat(this.limit.with(0.5, null)).isEqualTo(new RejectLimit(0.5, 1000));
		assertThat(this.limit.with(null, 5L)).isEqualTo(new RejectLimit(0.01, 5));
	}

}
