package io.planstream.benchmark.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.planstream.local.home.Home;
import io.planstream.local.stack.ProjectFiles;
import io.planstream.local.stack.Stack;

/**
 * Where one contender runs: a folder, and servers of its own if it asks for them. Closing
 * it leaves neither processes nor files; it may be closed by another thread while it is
 * in use.
 */
public final class Ground implements AutoCloseable {

	private final Home home;

	private final ProjectFiles project;

	private final Consumer<String> progress;

	private Servers servers;

	/**
	 * A new place.
	 * @param folder a folder that is not there yet
	 * @param project where the programs are
	 * @param progress receives a line for each step
	 */
	public Ground(Path folder, ProjectFiles project, Consumer<String> progress) {
		this.home = new Home(folder);
		this.project = project;
		this.progress = progress;
	}

	/**
	 * The servers, started by the first who asks.
	 * @return the servers
	 */
	public Servers servers() {
		if (this.servers == null) {
			this.servers = Servers.start(this.home, this.project);
		}
		return this.servers;
	}

	/**
	 * The folder, for a stack that is started in another way than by {@link #servers()}.
	 * @return the home, not made yet
	 */
	public Home home() {
		return this.home;
	}

	/**
	 * Where the programs are.
	 * @return the project
	 */
	public ProjectFiles project() {
		return this.project;
	}

	/**
	 * Says what is being done.
	 * @param line a line
	 */
	public void say(String line) {
		this.progress.accept("  " + line);
	}

	/**
	 * Starts a client in a process of its own and waits until it is ready.
	 * @param main the class with its main method, which uses {@link Worker}
	 * @param options options of the virtual machine, such as its heap
	 * @param arguments arguments; no secrets
	 * @return the program, to be closed
	 * @throws IOException if it does not start
	 */
	public Program program(Class<?> main, List<String> options, String... arguments) throws IOException {
		return program(main, options, Map.of(), arguments);
	}

	/**
	 * The same with a secret.
	 * @param main the class with its main method, which uses {@link Worker}
	 * @param options options of the virtual machine, such as its heap
	 * @param environment variables
	 * @param arguments arguments; no secrets
	 * @return the program, to be closed
	 * @throws IOException if it does not start
	 */
	public Program program(Class<?> main, List<String> options, Map<String, String> environment, String... arguments)
			throws IOException {
		return Program.start(this.home.log(main.getSimpleName()), main, options, environment, List.of(arguments));
	}

	@Override
	public synchronized void close() {
		if (this.home.exists()) {
			new Stack(this.home, this.project, (line) -> {
			}).stopWithoutState();
			this.home.delete();
		}
	}

}
