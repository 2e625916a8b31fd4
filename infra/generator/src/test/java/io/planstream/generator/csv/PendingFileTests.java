package io.planstream.generator.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PendingFileTests {

	@TempDir
	private Path folder;

	@Test
	void appearsOnlyWhenPublished() throws IOException {
		Path target = this.folder.resolve("Rate.csv");
		try (PendingFile file = new PendingFile(target)) {
			write(file, "whole");
			assertThat(target).doesNotExist();
			assertThat(file.publish()).isEqualTo(target);
		}
		assertThat(target).hasContent("whole");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.part");
	}

	@Test
	void leavesNothingWhenItIsNotPublished() throws IOException {
		try (PendingFile file = new PendingFile(this.folder.resolve("Rate.csv"))) {
			write(file, "half");
		}
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void keepsAnOlderFileUntilItIsPublished() throws IOException {
		Path target = Files.writeString(this.folder.resolve("Rate.csv"), "old");
		try (PendingFile file = new PendingFile(target)) {
			write(file, "new");
			assertThat(target).hasContent("old");
			file.publish();
		}
		assertThat(target).hasContent("new");
	}

	@Test
	void overwritesWhatAKilledProcessLeft() throws IOException {
		Files.writeString(this.folder.resolve("Rate.csv.part"), "what a killed process left");
		Path target = this.folder.resolve("Rate.csv");
		try (PendingFile file = new PendingFile(target)) {
			write(file, "whole");
			file.publish();
		}
		assertThat(target).hasContent("whole");
	}

	private static void write(PendingFile file, String text) throws IOException {
		try (OutputStream out = file.open()) {
			out.write(text.getBytes());
		}
	}

}
