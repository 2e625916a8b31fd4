package io.planstream.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.planstream.ingest.refusal.RefusedException;
import io.planstream.ingest.refusal.RefusedException.Code;
import io.planstream.ingest.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataDirectoriesTests {

	@TempDir
	Path folder;

	private Path allowed;

	private Path secret;

	private Path list;

	private DataDirectories directories;

	@BeforeEach
	void prepare() throws IOException {
		this.allowed = Files.createDirectory(this.folder.resolve("allowed"));
		this.secret = Files.writeString(this.folder.resolve("secret.csv"), "a");
		this.list = this.folder.resolve("list.txt");
		this.directories = new DataDirectories(new Settings(
				6, (short) 1, 3, Duration.ZERO, Duration.ZERO, Duration.ZERO, new Settings.Data(List.of(this.allowed),
						this.list, null, DataSize.ofGigabytes(1), DataSize.ofGigabytes(1)),
				new Settings.Ingest(1, 1, DataSize.ofMegabytes(1))));
	}

	@Test
	void takesFilesOfAnAllowedFolder() throws IOException {
		Path file = Files.writeString(this.allowed.resolve("Rate.csv"), "a");
		assertThat(this.directories.resolve(List.of(file.toString()))).containsExactly(file.toRealPath());
	}

	@Test
	void looksForWhatIsNotAbsoluteInEachFolder() throws IOException {
		Path other = Files.createDirectories(this.folder.resolve("other/2016"));
		Path file = Files.writeString(other.resolve("Rate.csv"), "a");
		Files.writeString(this.list, other.getParent().toString());
		assertThat(this.directories.resolve(List.of("2016/Rate.csv"))).containsExactly(file.toRealPath());
		refuses(Path.of("2015/Rate.csv"), Code.NO_SUCH_FILE);
	}

	@Test
	void refusesAPathThatClimbsOut() {
		refuses(this.allowed.resolve("../secret.csv"), Code.PATH_OUTSIDE_DATA_DIRECTORY);
		refuses(Path.of("../secret.csv"), Code.PATH_OUTSIDE_DATA_DIRECTORY);
		refuses(Path.of("../none.csv"), Code.PATH_OUTSIDE_DATA_DIRECTORY);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void refusesALinkThatLeadsOut() throws IOException {
		refuses(Files.createSymbolicLink(this.allowed.resolve("link.csv"), this.secret),
				Code.PATH_OUTSIDE_DATA_DIRECTORY);
	}

	@Test
	void refusesAFolderWhoseNameOnlyBeginsAlike() throws IOException {
		Path other = Files.createDirectory(this.folder.resolve("allowed-not"));
		refuses(other, Code.PATH_OUTSIDE_DATA_DIRECTORY);
	}

	@Test
	void saysThatAFileIsMissingOnlyInsideAnAllowedFolder() {
		refuses(this.allowed.resolve("none.csv"), Code.NO_SUCH_FILE);
		refuses(this.folder.resolve("none.csv"), Code.PATH_OUTSIDE_DATA_DIRECTORY);
	}

	@Test
	void readsTheListOfFoldersAgainForEachRequest() throws IOException {
		refuses(this.secret, Code.PATH_OUTSIDE_DATA_DIRECTORY);
		Files.writeString(this.list, "\n" + this.folder + "\n");
		assertThat(this.directories.resolve(List.of(this.secret.toString()))).hasSize(1);
	}

	private void refuses(Path path, Code code) {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.directories.resolve(List.of(path.toString())))
			.satisfies((refused) -> assertThat(refused.code()).isEqualTo(code));
	}

}
