package io.planstream.local.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InputPathsTests {

	@TempDir
	private Path folder;

	@Test
	void allowsTheFolderOfEachFileAndEachFolderOnce() throws Exception {
		Path one = Files.writeString(this.folder.resolve("a.csv"), "a");
		Path two = Files.writeString(this.folder.resolve("b.csv"), "bc");

		InputPaths input = new InputPaths(List.of(one, two, this.folder), false);

		assertThat(input.directories()).containsExactly(this.folder);
		assertThat(input.absolute()).containsExactly(one.toString(), two.toString(), this.folder.toString());
	}

	@Test
	void makesPathsAbsolute() {
		InputPaths input = new InputPaths(List.of(Path.of("x", "..", "a.csv")), false);

		assertThat(input.absolute()).containsExactly(Path.of("a.csv").toAbsolutePath().toString());
	}

}
