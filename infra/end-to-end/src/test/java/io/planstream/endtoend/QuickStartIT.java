package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import io.planstream.embedded.Host;
import io.planstream.embedded.QuickStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class QuickStartIT {

	private static final String ARCHIVED = "io.planstream.consumer.ConsumerApplication source: shared objects file (top)";

	@TempDir
	private Path folder;

	private Path jar;

	@BeforeEach
	void copyTheJar() throws IOException {
		this.jar = Files.copy(Path.of(System.getProperty("planstream.consumer.jar")), this.folder.resolve("app.jar"));
	}

	@Test
	void theSecondProcessTakesItsClassesFromTheArchiveThatTheFirstHasLeft() throws Exception {
		assertThat(classesOfARun()).contains("io.planstream.consumer.ConsumerApplication").doesNotContain(ARCHIVED);
		assertThat(classesOfARun()).contains(ARCHIVED);
	}

	@Test
	void aJarThatIsBuiltAnewIsUnpackedAnewInPlaceOfTheOldOne() throws Exception {
		List<String> before = QuickStart.program(this.jar);
		assertThat(QuickStart.program(this.jar)).isEqualTo(before);
		Files.setLastModifiedTime(this.jar, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
		List<String> after = QuickStart.program(this.jar);
		assertThat(Path.of(after.get(after.size() - 1))).isRegularFile();
		assertThat(Path.of(before.get(before.size() - 1))).doesNotExist();
		try (Stream<Path> builds = Files.list(this.folder.resolve("app-unpacked"))) {
			assertThat(builds).hasSize(1);
		}
	}

	@Test
	void anArchiveThatWasNotWrittenToItsEndIsMadeAgain() throws Exception {
		List<String> first = QuickStart.program(this.jar);
		String making = "-XX:ArchiveClassesAtExit=";
		String archive = first.stream().filter((option) -> option.startsWith(making)).findFirst().orElseThrow();
		Files.write(Path.of(archive.substring(making.length())), new byte[4096]);
		assertThat(QuickStart.program(this.jar)).isEqualTo(first);
	}

	@Test
	void aJarOfAnotherKindStartsAsItIs() throws IOException {
		Path plain = this.folder.resolve("plain.jar");
		new JarOutputStream(Files.newOutputStream(plain)).close();
		assertThat(QuickStart.program(plain)).containsExactly("-jar", plain.toString());
	}

	@Test
	void whereNothingCanBeUnpackedTheJarStartsAsItIs() throws IOException {
		Files.writeString(this.folder.resolve("app-unpacked"), "in the way");
		assertThat(QuickStart.program(this.jar)).containsExactly("-jar", this.jar.toString());
	}

	/** The process ends by itself, since no database is named. */
	private String classesOfARun() throws Exception {
		Path classes = this.folder.resolve("classes.txt");
		List<String> command = new ArrayList<>(
				List.of(Host.javaTool("java"), "-Xmx384m", "-XX:+UseSerialGC", "-Xlog:class+load:file=" + classes));
		command.addAll(QuickStart.program(this.jar));
		command.add("--spring.datasource.url=jdbc:nothing:");
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output.txt").toFile())
			.start();
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).isEqualTo(1);
			return Files.readString(classes);
		}
		finally {
			process.destroyForcibly();
		}
	}

}
