package io.planstream.consumer.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that shows what a test sets, for the application that is started with this
 * class. No {@code @Configuration}, which every application of the tests would find.
 */
public class StoppedClock {

	private static final AtomicReference<Instant> NOW = new AtomicReference<>();

	@Bean
	@Primary
	Clock clockOfTheTest() {
		return new Stopped();
	}

	public static void set(Instant now) {
		NOW.set(now);
	}

	private static final class Stopped extends Clock {

		@Override
		public Instant instant() {
			return NOW.get();
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException("This clock is UTC");
		}

	}

}
