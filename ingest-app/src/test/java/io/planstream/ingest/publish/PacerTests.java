package io.planstream.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.planstream.ingest.outage.Halt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PacerTests {

	private final Clock clock = Clock.systemUTC();

	@Test
	void leavesBlocksAloneAtFullSpeed() {
		assertThat(new Pacer(null, this.clock).blockBytes(2_000_000, 100)).isEqualTo(2_000_000);
	}

	@Test
	void takesTheRowsOfAQuarterOfASecond() {
		assertThat(new Pacer(1000, this.clock).blockBytes(2_000_000, 100)).isEqualTo(25_000);
		assertThat(new Pacer(1, this.clock).blockBytes(2_000_000, 100)).isEqualTo(100);
		assertThat(new Pacer(1_000_000_000, this.clock).blockBytes(2_000_000, 100)).isEqualTo(2_000_000);
	}

	@Test
	void letsRowsPassAtTheirRate() {
		Pacer pacer = new Pacer(10_000, this.clock);
		Instant begin = this.clock.instant();
		for (int block = 0; block < 5; block++) {
			pacer.await(500, new Halt());
		}
		assertThat(Duration.between(begin, this.clock.instant())).isBetween(Duration.ofMillis(190),
				Duration.ofSeconds(5));
	}

	@Test
	void doesNotHoldUpAHalt() {
		Pacer pacer = new Pacer(1, this.clock);
		Halt halt = new Halt();
		halt.request();
		pacer.await(1000, halt);
		pacer.await(1000, halt);
		assertThat(halt.requested()).isTrue();
	}

}
