package io.planstream.consumer.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import io.planstream.consumer.metrics.ApplyMetrics;
import io.planstream.model.apply.Tally;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTests {

	private final Gauge gauge = new Gauge();

	private final Outage outage = new Outage(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), this.gauge);

	@Test
	void nothingIsWrongAtFirst() {
		assertThat(this.outage.description()).isEmpty();
		assertThat(this.outage.retryDue()).isTrue();
		assertThat(this.gauge.number.get()).isEqualTo(0);
	}

	@Test
	void aFailureIsDescribedByItsRootUntilItEnds() {
		this.outage.failed(new IllegalStateException("outer", new IllegalArgumentException("\nroot\nmore")));
		assertThat(this.outage.description()).contains("since 1970-01-01T00:00:00Z: IllegalArgumentException: root");
		assertThat(this.gauge.number.get()).isEqualTo(1);
		this.outage.ended();
		assertThat(this.outage.description()).isEmpty();
	}

	@Test
	void aRetryIsDueAfterAWhile() {
		this.outage.failed(new IllegalStateException("gone"));
		assertThat(this.outage.retryDue()).isFalse();
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(this.outage::retryDue);
	}

	@Test
	void eachThreadHasAnOutageOfItsOwn() throws InterruptedException {
		Thread other = new Thread(() -> this.outage.failed(new IllegalStateException("gone")), "other");
		other.start();
		other.join();
		this.outage.ended();
		assertThat(this.outage.retryDue()).isTrue();
		assertThat(this.outage.description()).hasValueSatisfying((text) -> assertThat(text).endsWith("gone"));
	}

	private static final class Gauge implements ApplyMetrics {

		private Supplier<Number> number;

		@Override
		public void committed(Tally tally, Duration took) {
			throw new IllegalStateException("Nothing is committed here");
		}

		@Override
		public void gauge(String name, String description, Supplier<Number> value) {
			this.number = value;
		}

	}

}
