package io.planstream.consumer.apply;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExactlyOnceIT {

	private static Scene scene;

	@BeforeAll
	static void open() {
		scene = new Scene();
	}

	@AfterAll
	static void close() {
		scene.close();
	}

	@Test
	void appliesEachRowOnce() {
		RunId run = scene.run(1);
		try (RunningConsumer consumer = scene.start(); Publisher publisher = scene.publisher(run)) {
			consumer.awaitReady();
			for (int i = 0; i < 10_000; i++) {
				publisher.rate(0, Scene.rate("TX", 21 + i % 40, 10_000 + i));
				publisher.rate(0, Scene.rate("AK", 21 + i % 40, 20_000 + i));
			}
			publisher.endOfSlice(Dataset.RATE.topic(), 0);
			publisher.flush();
			Scene.await().untilAsserted(() -> assertThat(scene.applied(run)).isEqualTo(20_000));
			assertThat(scene.number("select sum(rates) from rate_by_age")).isEqualTo(20_000);
			assertThat(scene.number("select sum(premium_cents) from rate_by_age"))
				.isEqualTo(10_000L * 30_000 + 2 * (9_999L * 10_000 / 2));
			assertThat(scene.number("select count(*) from source_watermark where ended")).isEqualTo(3);
		}
	}

}
