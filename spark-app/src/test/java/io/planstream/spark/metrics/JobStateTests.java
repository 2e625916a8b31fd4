package io.planstream.spark.metrics;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobStateTests {

	private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

	private Instant now = NOON;

	private final JobState state = new JobState(new Clock() {
		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return JobStateTests.this.now;
		}
	});

	@Test
	void saysWhatTheStartWaitsForUntilItReads() {
		assertThat(this.state.trouble()).contains("waiting for the application to start");
		this.state.waiting("the tables");
		assertThat(this.state.trouble()).contains("waiting for the tables");
		assertThat(this.state.partitions()).isZero();
		this.state.reading(48);
		assertThat(this.state.trouble()).isEmpty();
		assertThat(this.state.partitions()).isEqualTo(48);
	}

	@Test
	void anOutageLastsFromItsFirstFailureUntilWorkGoesOn() {
		this.state.reading(1);
		this.state.interrupted("refused");
		this.now = NOON.plusSeconds(60);
		this.state.interrupted("timed out");
		assertThat(this.state.isInterrupted()).isTrue();
		assertThat(this.state.trouble()).contains("interrupted since 2026-11-25T12:00:00Z: timed out");
		this.state.continued();
		assertThat(this.state.isInterrupted()).isFalse();
		assertThat(this.state.trouble()).isEmpty();
		this.state.interrupted("refused again");
		assertThat(this.state.trouble()).contains("interrupted since 2026-11-25T12:01:00Z: refused again");
	}

}
