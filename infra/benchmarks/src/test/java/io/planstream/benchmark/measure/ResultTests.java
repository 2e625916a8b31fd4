package io.planstream.benchmark.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ResultTests {

	@Test
	void hasTheMedianAndTheSpreadOfItsRepetitions() {
		Result result = Result.of("a", "group", "title",
				List.of(repetition(2, 1.0, 100.0), repetition(4, 3.0, 300.0), repetition(5, 2.0, 200.0)));
		assertThat(result.seconds()).isEqualTo(new Spread(4, 2, 5));
		assertThat(result.rowsPerSecond()).isEqualTo(new Spread(250, 200, 500));
		assertThat(result.repetitions()).isEqualTo(3);
	}

	@Test
	void takesTheMedianOfProcessorTimeAndTheHighestMemory() {
		Result result = Result.of("a", "group", "title",
				List.of(repetition(2, 1.0, 100.0), repetition(4, 3.0, 300.0), repetition(5, 2.0, 200.0)));
		assertThat(result.processes()).containsExactly(new ProcessUse("broker", 2.0, 300.0));
	}

	@Test
	void leavesOpenWhatTheSystemDoesNotTell() {
		Result result = Result.of("a", "group", "title", List.of(repetition(2, null, null)));
		assertThat(result.processes()).containsExactly(new ProcessUse("broker", null, null));
	}

	@Test
	void hasNoSpeedWhereNoneIsMeasured() {
		Result result = Result.of("a", "group", "title", List.of(new Repetition(10, 0, List.of(), Map.of("p50", 3.0)),
				new Repetition(10, 0, List.of(), Map.of("p50", 4.0))));
		assertThat(result.rowsPerSecond()).isNull();
		assertThat(result.figures()).containsExactly(Map.entry("p50", new Spread(3.5, 3, 4)));
	}

	@Test
	void aSpreadIgnoresMissingValues() {
		assertThat(Spread.of(Arrays.asList(null, 2.0, 1.0))).isEqualTo(new Spread(1.5, 1, 2));
		assertThat(Spread.of(List.of())).isNull();
	}

	@Test
	void aProcessIsMeasured() {
		ProcessMeter meter = ProcessMeter.begin(Map.of("me", ProcessHandle.current()));
		List<ProcessUse> use = meter.end();
		assertThat(use).hasSize(1);
		if (use.get(0).cpuSeconds() != null) {
			assertThat(use.get(0).cpuSeconds()).isCloseTo(0, within(5.0));
		}
	}

	private static Repetition repetition(double seconds, Double cpu, Double memory) {
		return new Repetition(1000, seconds, List.of(new ProcessUse("broker", cpu, memory)));
	}

}
