package io.planstream.benchmark.latency;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DelaysTests {

	@Test
	void findsPercentilesByNearestRank() {
		Delays delays = new Delays();
		for (int delay = 1; delay <= 200; delay++) {
			delays.add(1000 + delay, 1000 + 2 * delay);
		}
		assertThat(delays.percentile(50)).isEqualTo(100);
		assertThat(delays.percentile(99)).isEqualTo(198);
		assertThat(delays.percentile(100)).isEqualTo(200);
		assertThat(delays.total()).isEqualTo(200);
	}

	@Test
	void saysWhenNothingWasCounted() {
		assertThatIllegalStateException().isThrownBy(() -> new Delays().percentile(50))
			.withMessageContaining("larger scale");
	}

}
