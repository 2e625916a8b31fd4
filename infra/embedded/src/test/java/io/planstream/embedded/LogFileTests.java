package io.planstream.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTests {

	@TempDir
	private Path folder;

	@Test
	void showsTheLastLinesOnly() throws Exception {
		Path log = Files.writeString(this.folder.resolve("log"), "one\ntwo\n\nthree\n");

		assertThat(LogFile.end(log, 2)).isEqualTo("  two\n  three");
	}

	@Test
	void readsTheEndOfALongLog() throws Exception {
		Path log = Files.writeString(this.folder.resolve("log"), "x".repeat(100_000) + "\nlast\n");

		assertThat(LogFile.end(log, 1)).isEqualTo("  last");
	}

	@Test
	void saysThatThereIsNone() {
		assertThat(LogFile.end(this.folder.resolve("none"), 3)).isEqualTo("  (no log)");
	}

}
