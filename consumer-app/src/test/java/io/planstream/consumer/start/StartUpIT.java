package io.planstream.consumer.start;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.dataset.Dataset;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartUpIT {

	@Test
	void theSchemaIsWaitedFor() {
		try (Scene scene = new Scene(); TestDatabase empty = TestDatabase.createEmpty()) {
			assertThat(scene.fresh()).isTrue();
			CompletableFuture<RunningConsumer> starting = CompletableFuture
				.supplyAsync(() -> RunningConsumer.start(empty.consumerProperties()));
			Scene.await().until(() -> isWaiting(starting));
			empty.migrate();
			try (RunningConsumer consumer = starting.join()) {
				assertThat(consumer.awaitReady().health("liveness")).isEqualTo(200);
			}
		}
	}

	private static boolean isWaiting(CompletableFuture<RunningConsumer> starting) {
		return !starting.isDone() && Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.anyMatch((frame) -> frame.getClassName().equals(SchemaWait.class.getName()));
	}

	@Test
	void topicsAreWaitedForAndMeanwhileTheApplicationIsAliveAndNotReady() {
		try (Scene scene = new Scene()) {
			Dataset.allTopics().forEach(TestBroker::deleteTopic);
			Scene.await().until(() -> TestBroker.topics().stream().noneMatch(Dataset.allTopics()::contains));
			try (RunningConsumer consumer = scene.start(); Publisher publisher = scene.publisher(scene.run(1))) {
				assertThat(consumer.health("readiness")).isEqualTo(503);
				assertThat(consumer.health("liveness")).isEqualTo(200);
				scene.remakeTopics();
				consumer.awaitReady();
				publisher.rate(0, Scene.rate("TX", 21, 100));
				publisher.flush();
				Scene.await().until(() -> scene.applied(publisher.run()) == 1);
			}
		}
	}

}
