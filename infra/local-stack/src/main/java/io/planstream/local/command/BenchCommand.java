package io.planstream.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.planstream.embedded.Host;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.terminal.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Runs the program that measures, which has libraries of its own: what people would use
 * instead of PlanStream. It gets all arguments, also {@code --help}.
 */
@Command(name = "bench",
		description = "Measure PlanStream beside what people would use instead, on this machine; see bench --help.")
final class BenchCommand implements Callable<Integer> {

	@Unmatched
	private List<String> arguments = new ArrayList<>();

	@Override
	public Integer call() throws InterruptedException {
		ProjectFiles project = ProjectFiles.find();
		if (!Files.isRegularFile(project.benchJar())) {
			throw new Problem("NOT_BUILT", "The program " + project.benchJar() + " is missing",
					"Build the project: mvn -DskipTests package");
		}
		Process process = start(project);
		Thread hook = new Thread(() -> end(process), "bench-stop");
		Runtime.getRuntime().addShutdownHook(hook);
		return process.waitFor();
	}

	private Process start(ProjectFiles project) {
		List<String> command = new ArrayList<>();
		command.add(Host.javaTool("java"));
		command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8",
				"-Dplanstream.project=" + project.root()));
		command.addAll(List.of("-jar", project.benchJar().toString()));
		command.addAll(this.arguments);
		try {
			return new ProcessBuilder(command).inheritIO().start();
		}
		catch (IOException ex) {
			throw new Problem("BENCH_NOT_STARTED", "Cannot start " + command.get(0) + ": " + ex.getMessage(),
					"Point JAVA_HOME at a JDK 17 or newer and try again.", ex);
		}
	}

	/** It stops what it has started; a Ctrl-C has reached it as well. */
	private static void end(Process process) {
		process.destroy();
		try {
			process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
