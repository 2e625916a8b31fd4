package io.planstream.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import io.planstream.embedded.DetachedProcess;
import io.planstream.embedded.Host;
import io.planstream.local.home.Home;
import io.planstream.local.home.StackState;

/**
 * A Java program of the stack.
 *
 * @param name its name
 * @param title what it is
 * @param home the stack's folder
 * @param jvmOptions options of the virtual machine
 * @param program the class or jar and its arguments
 * @param environment variables, where its secrets are
 * @param ready whether it does its work
 */
record JavaService(String name, String title, Home home, List<String> jvmOptions,
		Function<StackState, List<String>> program, Function<StackState, Map<String, String>> environment,
		Predicate<StackState> ready) implements Service {

	@Override
	public Optional<ProcessHandle> running(StackState state) {
		return state.process(this.name);
	}

	@Override
	public ProcessHandle launch(StackState state) {
		List<String> command = new ArrayList<>();
		command.add(Host.javaTool("java"));
		command.addAll(this.jvmOptions);
		command.add("-Dfile.encoding=UTF-8");
		command.add(mark(this.home));
		command.addAll(this.program.apply(state));
		this.home.rotateLog(this.name);
		return DetachedProcess.start(command, this.environment.apply(state), this.home.folder(), log()).toHandle();
	}

	@Override
	public boolean isReady(StackState state) {
		return this.ready.test(state);
	}

	@Override
	public void requestStop(ProcessHandle process) {
		process.destroy();
	}

	@Override
	public Path log() {
		return this.home.log(this.name);
	}

	/**
	 * An argument by which processes of this folder are found again if all else is lost.
	 */
	static String mark(Home home) {
		return "-Dplanstream.home=" + home.folder();
	}

}
