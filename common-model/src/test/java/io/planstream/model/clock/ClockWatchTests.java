package io.planstream.model.clock;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClockWatchTests {

	private Instant now = Instant.EPOCH;

	private final ClockWatch watch = new ClockWatch(() -> this.now);

	@Test
	void saysOnceThatTheClockWasSetBack() {
		jump(Duration.ofHours(-1));
		assertThat(this.watch.wasSetBack()).isTrue();
		assertThat(this.watch.wasSetBack()).isFalse();
		jump(Duration.ofHours(-1));
		assertThat(this.watch.wasSetBack()).as("a second time").isTrue();
	}

	@Test
	void noticesAClockThatWasAheadForAWhile() {
		jump(Duration.ofHours(1));
		assertThat(this.watch.wasSetBack()).isFalse();
		jump(Duration.ofHours(-1));
		assertThat(this.watch.wasSetBack()).isTrue();
	}

	@Test
	void toleratesSmallCorrections() {
		for (int correction = 0; correction < 10; correction++) {
			jump(Duration.ofMillis(-1_000));
			assertThat(this.watch.wasSetBack()).isFalse();
		}
	}

	private void jump(Duration by) {
		this.now = this.now.plus(by);
	}

}
