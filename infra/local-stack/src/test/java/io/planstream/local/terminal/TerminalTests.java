package io.planstream.local.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTests {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	@Test
	void writesNothingPassingWhereNobodyWatches() {
		Terminal terminal = terminal(0);

		terminal.live(List.of("50 %"));
		terminal.line("done");

		assertThat(written()).isEqualTo("done\n");
	}

	@Test
	void writesOverWhatPasses() {
		Terminal terminal = terminal(80);

		terminal.live(List.of("a", "b"));
		terminal.live(List.of("c", "d"));

		assertThat(written()).isEqualTo("a\nb\n\u001b[2A\u001b[Jc\nd\n");
	}

	@Test
	void putsALineThatStaysInItsPlace() {
		Terminal terminal = terminal(80);

		terminal.live(List.of("a"));
		terminal.line("news");

		assertThat(written()).isEqualTo("a\n\u001b[1A\u001b[Jnews\n");
	}

	@Test
	void keepsWhatPassedWhenItIsOver() {
		Terminal terminal = terminal(80);

		terminal.live(List.of("a"));
		terminal.keepLive();
		terminal.line("b");

		assertThat(written()).isEqualTo("a\nb\n");
	}

	@Test
	void cutsLinesThatWouldWrap() {
		terminal(5).live(List.of("123456789"));

		assertThat(written()).isEqualTo("12345\n");
	}

	private Terminal terminal(int width) {
		return new Terminal(new PrintStream(this.bytes, true, StandardCharsets.UTF_8), width);
	}

	private String written() {
		return this.bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

}
