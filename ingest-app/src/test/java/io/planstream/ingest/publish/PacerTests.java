package io.planstream.ingest.publish;

import java.time.Duration;

import io.planstream.ingest.outage.Halt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PacerTests {

	@Test
	void leavesBlocksAloneAtFullSpeed() {
		assertThat(new Pacer(null).blockBytes(2_000_000, 100)).isEqualTo(2_000_000);
	}

	@Test
	void takesTheRowsOfAQuarterOfASecond() {
		assertThat(new Pacer(1000).blockBytes(2_000_000, 100)).isEqualTo(25_000);
		assertThat(new Pacer(1).blockBytes(2_000_000, 100)).isEqualTo(100);
		assertThat(new Pacer(1_000_000_000).blockBytes(2_000_000, 100)).isEqualTo(2_000_000);
	}

	@Test
	void letsRowsPassAtTheirRate() {
		Pacer pacer = new Pacer(10_000);
		long begin = System.nanoTime();
		for (int block = 0; block < 5; block++) {
			pacer.await(500, new Halt());
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(190),
				Duration.ofSeconds(5));
	}

	@Test
	void doesNotHoldUpAHalt() {
		Pacer pacer = new Pacer(1);
		Halt halt = new Halt();
		halt.request();
		pacer.await(1000, halt);
		pacer.await(1000, halt);
		assertThat(halt.requested()).isTrue();
	}

}
