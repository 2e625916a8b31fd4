package io.planstream.access;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginLimitTests {

	private long now = Long.MAX_VALUE - 1_000_000;

	private final LoginLimit limit = new LoginLimit(100, () -> this.now);

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
		pass(Duration.ofMinutes(4));
		assertThat(this.limit.attempt("vera", "10.0.0.1")).contains(Duration.ofMinutes(6));
		pass(Duration.ofMinutes(6));
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

	/** Nanoseconds may overflow at any time. */
	private void pass(Duration time) {
		this.now += time.toNanos();
	}

}
