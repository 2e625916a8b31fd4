package io.planstream.consumer.percentile;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PercentilesIT {

	private static final long SEED = 20_161;

	@Test
	void percentilesFollowTheLastBatchWithinTwoSeconds() {
		try (Scene scene = new Scene();
				RunningConsumer consumer = scene.start().awaitReady();
				RunningConsumer second = scene.start().awaitReady()) {
			RunId run = scene.run(1);
			List<Long> prices = publishPrices(scene, run);
			Scene.await().until(() -> scene.applied(run) == 30_000);
			Scene.await().atMost(Duration.ofSeconds(2)).until(scene::fresh);
			for (String state : List.of("TX", "AK", "NY")) {
				String row = " from rate_percentile where coverage = 'Medical' and state_code = '" + state + "'";
				assertThat(scene.number("select rates" + row)).isEqualTo(10_000);
				assertThat(scene.number("select p25_cents" + row)).isCloseTo(prices.get(2_499),
						Percentage.withPercentage(1));
				assertThat(scene.number("select median_cents" + row)).isCloseTo(prices.get(4_999),
						Percentage.withPercentage(1));
				assertThat(scene.number("select p75_cents" + row)).isCloseTo(prices.get(7_499),
						Percentage.withPercentage(1));
			}
			assertThat(List.of(consumer.health("readiness"), second.health("readiness"))).containsOnly(200);
		}
	}

	@Test
	void aGroupWithoutAPriceHasNoPercentiles() {
		try (Scene scene = new Scene(); RunningConsumer consumer = scene.start().awaitReady()) {
			RunId run = scene.run(1);
			try (Publisher publisher = scene.publisher(run)) {
				publisher.rate(0, Scene.rate("TX", 21, 0));
			}
			Scene.await().until(() -> scene.applied(run) == 1 && scene.fresh());
			assertThat(scene.number("select count(*) from rate_percentile")).isZero();
			assertThat(consumer.health("readiness")).isEqualTo(200);
		}
	}

	/** The same prices for three states, in small batches; returns them in order. */
	private static List<Long> publishPrices(Scene scene, RunId run) {
		Random random = new Random(SEED);
		List<Long> prices = IntStream.range(0, 10_000).mapToObj((i) -> 5_000 + random.nextLong(200_000)).toList();
		try (Publisher publisher = scene.publisher(run)) {
			for (int i = 0; i < prices.size(); i++) {
				for (String state : List.of("TX", "AK", "NY")) {
					publisher.rate(0, Scene.rate(state, 21, prices.get(i)));
				}
				if (i % 500 == 0) {
					publisher.flush();
				}
			}
		}
		return prices.stream().sorted().toList();
	}

}
