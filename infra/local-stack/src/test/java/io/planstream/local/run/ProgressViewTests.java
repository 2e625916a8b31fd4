package io.planstream.local.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.planstream.local.run.Run.DatasetProgress;
import io.planstream.local.terminal.Terminal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressViewTests {

	private static final long SECOND = 1_000_000_000L;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@Test
	void showsSpeedAndTimeLeft() {
		ProgressView view = view(200);

		view.show(run("RUNNING", 0), 0);
		view.show(run("RUNNING", 10_000), SECOND);

		assertThat(lastLine()).contains("[######------------------]", " 25 %", "read 10,000, acknowledged 10,000",
				"applied 10,000 of 40,000", "10,000 rows/s", "0:03 left");
	}

	@Test
	void fitsNarrowScreens() {
		view(80).show(run("RUNNING", 10_000), 0);

		assertThat(lastLine()).contains("10k/10k/10k of 40k").hasSizeLessThanOrEqualTo(80);
	}

	@Test
	void speaksNowAndThenWhereNobodyWatches() {
		ProgressView view = view(0);

		view.show(run("RUNNING", 10_000), SECOND);
		assertThat(lines()).isEmpty();
		view.show(run("RUNNING", 20_000), 6 * SECOND);
		view.show(run("RUNNING", 20_000), 12 * SECOND);
		view.show(run("COMPLETE", 40_000), 13 * SECOND);

		assertThat(lines()).hasSize(2);
		assertThat(lines().get(0)).startsWith("  rate: read 20,000").contains("(50 %)");
		assertThat(lastLine()).contains("applied 40,000 of 40,000 (100 %)").doesNotContain("left");
	}

	@Test
	void saysThatNothingMoves() {
		ProgressView view = view(0);

		for (int second = 0; second <= 61; second++) {
			view.show(run("RUNNING", 0), second * SECOND);
		}

		assertThat(lines()).hasSize(2).allMatch((line) -> line.contains("Nothing has moved for 30 seconds"));
	}

	@Test
	void countsRejectedRowsAsDone() {
		DatasetProgress progress = new DatasetProgress("rate", 100, 100, 40, 60, 40, 0, 0, 40, 0, 0);

		view(100).show(run("COMPLETE", progress), 0);

		assertThat(lastLine()).contains("100 %");
	}

	private ProgressView view(int width) {
		return new ProgressView(new Terminal(new PrintStream(this.bytes, true, StandardCharsets.UTF_8), width), 0);
	}

	private List<String> lines() {
		return this.bytes.toString(StandardCharsets.UTF_8).lines().toList();
	}

	private String lastLine() {
		return lines().get(lines().size() - 1);
	}

	private static Run run(String state, long done) {
		return run(state, new DatasetProgress("rate", 40_000, done, done, 0, done, 0, 0, done, 0, 0));
	}

	private static Run run(String state, DatasetProgress progress) {
		return new Run("00", state, null, false, null, null, 1, 1, false, null, 1, List.of(progress), null, null);
	}

}
