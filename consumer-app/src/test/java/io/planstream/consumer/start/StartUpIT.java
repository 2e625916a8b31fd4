package io.planstream.consumer.start;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import io.planstream.consumer.testing.Publisher;
import io.planstream.consumer.testing.RunningConsumer;
import io.planstream.consumer.testing.Scene;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.start.StartException;
import io.planstream.testsupport.server.TestBroker;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			alter table source_watermark drop primary key | source_watermark has the primary key ()
			alter table rate_by_age drop primary key      | rate_by_age has the primary key ()
			alter table dead_letter engine = MyISAM       | dead_letter is kept by MyISAM""")
	void aSchemaThatCouldCountTwiceIsRefusedWithWhatToDo(String damage, String message) {
		try (TestDatabase database = TestDatabase.create()) {
			database.root().execute(damage);
			assertThatThrownBy(() -> RunningConsumer.start(database.consumerProperties())).rootCause()
				.isInstanceOfSatisfying(StartException.class, (refused) -> {
					assertThat(refused).hasMessageContaining(message);
					assertThat(refused.action()).isNotBlank();
				});
		}
	}

	@Test
	void anotherIsolationIsRefused() {
		try (TestDatabase database = TestDatabase.create()) {
			assertThatThrownBy(() -> RunningConsumer.start(database.consumerProperties(),
					"--spring.datasource.hikari.transaction-isolation=TRANSACTION_REPEATABLE_READ"))
				.rootCause()
				.hasMessageContaining("READ COMMITTED");
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
