package io.planstream.benchmark.ground;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.planstream.benchmark.measure.Repetition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTests {

	private static final Sample FEW = new Sample(Path.of("few"), null);

	private static final Sample ALL = new Sample(Path.of("all"), null);

	private final List<Sample> seen = new ArrayList<>();

	@Test
	void theWarmUpComesFirstAndDoesNotCount() throws Exception {
		assertThat(new Rounds(FEW, ALL).run(this::work).rows()).isEqualTo(2);
		assertThat(this.seen).containsExactly(FEW, ALL);
	}

	@Test
	void withoutAWarmUpTheWorkIsDoneOnce() throws Exception {
		assertThat(new Rounds(null, ALL).run(this::work).rows()).isEqualTo(1);
		assertThat(this.seen).containsExactly(ALL);
	}

	private Repetition work(Sample sample) {
		this.seen.add(sample);
		return new Repetition(this.seen.size(), 1, List.of());
	}

}
