package io.planstream.consumer.apply;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.dataset.Dataset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LostCommitIT {

	@Test
	void commitsWhoseAnswerIsLostAreDecidedByThePosition() {
		try (Scene scene = new Scene();
				RunningConsumer consumer = scene.startWith(LostAnswers.class).awaitReady();
				Publisher publisher = scene.publisher(scene.run(1))) {
			LostAnswers.LEFT.set(10);
			for (int round = 0; round < 20; round++) {
				for (int i = 0; i < 500; i++) {
					publisher.rate(0, Scene.rate("TX", 21 + i % 40, 10_000 + i));
				}
				publisher.flush();
				long expected = (round + 1) * 500L;
				Scene.await().until(() -> scene.number("select coalesce(sum(rates), 0) from rate_by_age") >= expected);
			}
			publisher.endOfSlice(Dataset.RATE.topic(), 0);
			publisher.flush();
			Scene.await().until(() -> scene.number("select count(*) from source_watermark where ended") == 3);
			assertThat(LostAnswers.LEFT).hasValue(0);
			assertThat(scene.number("select sum(rates) from rate_by_age")).isEqualTo(10_000);
			assertThat(scene.number("select sum(applied_rows) from source_watermark")).isEqualTo(10_000);
			assertThat(consumer.health("readiness")).isEqualTo(200);
		}
	}

}
