package io.planstream.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginLimitTests {

	private final TestClock clock = new TestClock();

	private final LoginLimit limit = new LoginLimit(100, this.clock);

	@Test
	void aNameFromAnAddressMayFailFiveTimes() {
		fail("vera", "10.0.0.1", 5);
		assertThat(this.limit.attempt("vera", "10.0.0.1")).contains(LoginLimit.WHILE);
		assertThat(this.limit.attempt("otto", "10.0.0.1")).isEmpty();
		assertThat(this.limit.attempt("vera", "10.0.0.2")).isEmpty();
	}

	@Test
	void aRefusedAttemptDoesNotMakeTheWaitLonger() {
		fail("vera", "10.0.0.1", 5);
		this.clock.pass(Duration.ofMinutes(4));
		assertThat(this.limit.attempt("vera", "10.0.0.1")).contains(Duration.ofMinutes(6));
		this.clock.pass(Duration.ofMinutes(6));
		assertThat(this.limit.attempt("vera", "10.0.0.1")).isEmpty();
	}

	@Test
	void anAddressMayFailThirtyTimesWhateverTheNames() {
		for (int i = 0; i < 30; i++) {
			fail("name" + i, "10.0.0.1", 1);
		}
		assertThat(this.limit.attempt("other", "10.0.0.1")).isPresent();
	}

	@Test
	void theAddressesOfAnIpv6NetworkAreOne() {
		for (int i = 0; i < 5; i++) {
			fail("vera", "2001:db8:0:1:0:0:0:" + i, 1);
		}
		assertThat(this.limit.attempt("vera", "2001:db8:0:1:ff:0:0:9")).isPresent();
		assertThat(this.limit.attempt("vera", "2001:db8:0:2:0:0:0:1")).isEmpty();
	}

	@Test
	void whoSucceedsMayGoOn() {
		for (int i = 0; i < 100; i++) {
			fail("vera", "10.0.0.1", 1);
			this.limit.succeeded("vera", "10.0.0.1");
		}
		assertThat(this.limit.attempt("vera", "10.0.0.1")).isEmpty();
	}

	@Test
	void remembersNoMoreThanItMay() {
		for (int i = 0; i < 1000; i++) {
			fail("name" + i, "10.0." + i / 250 + "." + i % 250, 1);
		}
		assertThat(this.limit.size()).isEqualTo(100);
	}

	private void fail(String name, String address, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.limit.attempt(name, address)).isEmpty();
		}
	}

	private static final class TestClock extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
