package io.planstream.ingest.start;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.planstream.ingest.settings.Settings;
import io.planstream.model.start.StartException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ServerWaitTests {

	@Test
	void waitsUntilTheServerAnswers() {
		AtomicInteger tries = new AtomicInteger();
		waiting(Duration.ofSeconds(30)).await("the server", () -> {
			if (tries.incrementAndGet() < 2) {
				throw new IllegalStateException("connection refused");
			}
		}, (ex) -> true);
		assertThat(tries).hasValue(2);
	}

	@Test
	void saysWhatIsMissingWhenTheTimeIsOver() {
		StartException ex = catchThrowableOfType(StartException.class,
				() -> waiting(Duration.ZERO).await("the server at 127.0.0.1:1", () -> {
					throw new IllegalStateException("connection refused");
				}, (reason) -> true));
		FailureAnalysis analysis = new StartFailureAnalyzer().analyze(ex);
		assertThat(analysis.getDescription())
			.isEqualTo("the server at 127.0.0.1:1 does not answer after 0 seconds: connection refused");
		assertThat(analysis.getAction()).startsWith("Start it");
	}

	@Test
	void doesNotWaitWhenWaitingDoesNotHelp() {
		StartException ex = catchThrowableOfType(StartException.class,
				() -> waiting(Duration.ofDays(1)).await("the server", () -> {
					throw new IllegalStateException("wrong password");
				}, (reason) -> false));
		assertThat(ex).hasMessageContaining("refuses: wrong password");
	}

	private static Waiting waiting(Duration limit) {
		return new Waiting(new Settings(6, (short) 1, 3, Duration.ZERO, limit, Duration.ZERO,
				new Settings.Data(List.of(), null, null, DataSize.ofGigabytes(1), DataSize.ofGigabytes(1)),
				new Settings.Ingest(1, 1, DataSize.ofMegabytes(1))));
	}

}
