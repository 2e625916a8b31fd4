package io.planstream.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.planstream.local.home.Home;
import io.planstream.local.home.ProcessIdentity;
import io.planstream.local.home.StackState;
import io.planstream.local.terminal.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class StackIT {

	private final List<String> said = new ArrayList<>();

	private Home home;

	private Services services;

	private Stack stack;

	@BeforeEach
	void makeHome() throws Exception {
		Path folder = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
		this.home = new Home(Files.createTempDirectory(folder, "stack"));
		this.home.prepare();
		this.services = new Services(this.home, new ProjectFiles(Path.of("..", "..")));
		this.stack = stack(List.of(this.services.broker(), this.services.database()));
	}

	@AfterEach
	void removeAll() {
		this.stack.stopWithoutState();
		this.home.delete();
	}

	@Test
	void startsOnlyWhatIsNotRunning() throws Exception {
		StackState first = this.stack.start(Optional.empty());
		ProcessHandle broker = first.process(Services.BROKER).orElseThrow();
		kill(broker);
		this.said.clear();

		StackState second = this.stack.start(Optional.empty());

		assertThat(this.said).first().isEqualTo("Starting broker (Kafka) ...");
		assertThat(this.said).hasSize(2);
		assertThat(second.ports()).isEqualTo(first.ports());
		assertThat(second.processes().get(DatabaseService.NAME)).isEqualTo(first.processes().get(DatabaseService.NAME));
		assertThat(second.process(Services.BROKER).orElseThrow().pid()).isNotEqualTo(broker.pid());
		assertThat(this.stack.status()).extracting(ServiceStatus::state).containsOnly("READY");
	}

	@Test
	void leavesNoProcessBehindWhenStopped() {
		StackState state = this.stack.start(Optional.empty());
		List<ProcessHandle> processes = state.processes()
			.keySet()
			.stream()
			.map((name) -> state.process(name).orElseThrow())
			.toList();

		this.stack.stop();

		assertThat(processes).hasSize(2).noneMatch(ProcessHandle::isAlive);
		assertThat(this.stack.status()).allMatch(ServiceStatus::isDown);
	}

	@Test
	void healsWhatDied() throws Exception {
		StackState state = this.stack.start(Optional.empty());
		kill(state.process(DatabaseService.NAME).orElseThrow());
		assertThat(this.stack.status()).anyMatch(ServiceStatus::isDown);

		this.stack.heal();

		await().until(() -> this.stack.status().stream().allMatch(ServiceStatus::isReady));
		assertThat(this.said).contains("The database (MariaDB) has ended unexpectedly; starting it again ...");
	}

	@Test
	void doesNotHealWhatAnotherCommandStopped() {
		this.stack.start(Optional.empty());
		stack(List.of(this.services.broker(), this.services.database())).stop();

		assertThatExceptionOfType(Problem.class).isThrownBy(this.stack::heal)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("STACK_STOPPED"));
	}

	@Test
	void stopsWhatItStartedWhenAPartFails() {
		Stack failing = new Stack(this.home,
				List.of(List.of(this.services.database()), List.of(failing("ended while it started"))), Engine.CONSUMER,
				this.said::add);

		assertThatExceptionOfType(Problem.class).isThrownBy(() -> failing.start(Optional.empty()))
			.withMessageContaining("failing ended while it started")
			.withMessageContaining("NoSuchMainClass")
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("START_FAILED"));
		assertThat(failing.status()).allMatch(ServiceStatus::isDown);
	}

	@Test
	void givesUpOnWhatKeepsEnding() {
		Stack failing = new Stack(this.home, List.of(List.of(failing("ends"))), Engine.CONSUMER, this.said::add);
		this.home.save(this.home.state().withProcess("failing", new ProcessIdentity(Long.MAX_VALUE, 1)));

		for (int i = 0; i < 3; i++) {
			failing.heal();
			await().until(() -> failing.status().stream().allMatch(ServiceStatus::isDown));
		}

		assertThatExceptionOfType(Problem.class).isThrownBy(failing::heal)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo("SERVICE_KEEPS_ENDING"));
	}

	@Test
	void findsProcessesAlthoughTheStateIsLost() throws Exception {
		StackState state = this.stack.start(Optional.empty());
		List<ProcessHandle> processes = state.processes()
			.keySet()
			.stream()
			.map((name) -> state.process(name).orElseThrow())
			.toList();
		Files.writeString(this.home.file("stack.json"), "{ not json");

		this.stack.stopWithoutState();

		assertThat(processes).noneMatch(ProcessHandle::isAlive);
	}

	private Stack stack(List<Service> group) {
		return new Stack(this.home, List.of(group), Engine.CONSUMER, this.said::add);
	}

	private Service failing(String why) {
		return new JavaService("failing", "failing", this.home, List.of("-Xmx16m"),
				(state) -> List.of("NoSuchMainClass", why), (state) -> Map.of(), (state) -> false);
	}

	private static void kill(ProcessHandle process) throws Exception {
		process.destroyForcibly();
		process.onExit().get(10, TimeUnit.SECONDS);
	}

}
