package io.planstream.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import io.planstream.local.home.Home;
import io.planstream.local.home.ProcessIdentity;
import io.planstream.local.terminal.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PreflightTests {

	@TempDir
	private Path folder;

	@Test
	void refusesTooLittleMemory() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> Preflight.requireMemory(OptionalLong.of(1L << 30), Preflight.MEMORY))
			.withMessageContaining("1024 MB")
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("MEMORY_TOO_SMALL"));
		Preflight.requireMemory(OptionalLong.of(4L << 30), Preflight.MEMORY);
		Preflight.requireMemory(OptionalLong.empty(), Preflight.MEMORY);
	}

	@Test
	void asksForNoMemoryThatARunningStackHasAlready() throws Exception {
		Home home = new Home(this.folder.resolve(".planstream"));
		home.prepare();
		for (String app : List.of("ingest-app", "consumer-app")) {
			Path jar = this.folder.resolve(Path.of(app, "target", app + "-exec.jar"));
			Files.createDirectories(jar.getParent());
			Files.createFile(jar);
		}
		Preflight preflight = new Preflight(home, new ProjectFiles(this.folder), Engine.CONSUMER,
				() -> OptionalLong.of(1L << 20));
		assertThatExceptionOfType(Problem.class).isThrownBy(preflight::check).withMessageContaining("1 MB");

		home.save(home.state().withProcess("broker", ProcessIdentity.self()));
		preflight.check();

		home.save(home.state().withProcess("database", new ProcessIdentity(ProcessHandle.current().pid(), 1)));
		assertThatExceptionOfType(Problem.class).isThrownBy(preflight::check).withMessageContaining("1 MB");
	}

	@Test
	void refusesAProjectThatIsNotBuilt() {
		Preflight preflight = new Preflight(new Home(this.folder.resolve("home")), new ProjectFiles(this.folder),
				Engine.CONSUMER);

		assertThatExceptionOfType(Problem.class).isThrownBy(preflight::check)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("NOT_BUILT"));
	}

}
