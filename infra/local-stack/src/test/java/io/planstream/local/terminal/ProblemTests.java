package io.planstream.local.terminal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTests {

	@Test
	void saysWhatIsWrongAndWhatToDo() {
		assertThat(new Problem("NO_SUCH_FILE", "There is no file x.csv", "Check the path.").text().lines())
			.containsExactly("Error NO_SUCH_FILE: There is no file x.csv", "What to do: Check the path.");
	}

	@Test
	void saysNothingOfWhatToDoWhereNothingIsKnown() {
		assertThat(new Problem("A", "b", "").text()).isEqualTo("Error A: b");
	}

}
