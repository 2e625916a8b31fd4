package io.planstream.local.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.planstream.local.terminal.Problem;

/**
 * Where the parts of the product lie in the folder it was built in. Thread-safe.
 */
public final class ProjectFiles {

	private final Path root;

	private final Path ingestJar;

	private final Path consumerJar;

	private final Path sparkFolder;

	/**
	 * Uses the project in a folder.
	 * @param root the project's folder
	 */
	public ProjectFiles(Path root) {
		this.root = root.toAbsolutePath().normalize();
		this.ingestJar = this.root.resolve(Path.of("ingest-app", "target", "ingest-app-exec.jar"));
		this.consumerJar = this.root.resolve(Path.of("consumer-app", "target", "consumer-app-exec.jar"));
		this.sparkFolder = this.root.resolve(Path.of("spark-app", "target"));
	}

	/**
	 * Finds the project: the launcher names its own folder, else it is where this
	 * program's jar lies.
	 * @return the project's files
	 */
	public static ProjectFiles find() {
		String named = System.getProperty("planstream.project", "");
		return new ProjectFiles(named.isEmpty() ? besideThisProgram() : Path.of(named));
	}

	/** The jar and its class folder both lie in infra/local-stack/target. */
	private static Path besideThisProgram() {
		try {
			Path code = Path.of(ProjectFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return code.resolve(Path.of("..", "..", "..", "..")).normalize();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("This program was not loaded from a file", ex);
		}
	}

	/**
	 * The project's folder.
	 * @return an absolute path
	 */
	public Path root() {
		return this.root;
	}

	/**
	 * The program that measures, which is built when somebody asks for it.
	 * @return the jar, with its libraries beside it
	 */
	public Path benchJar() {
		return this.root.resolve(Path.of("infra", "benchmarks", "target", "planstream-bench.jar"));
	}

	Path ingestJar() {
		return this.ingestJar;
	}

	Path consumerJar() {
		return this.consumerJar;
	}

	Path sparkJar() {
		return this.sparkFolder.resolve("spark-app.jar");
	}

	/** Holds Spark's own libraries, in the folder jars. */
	Path sparkHome() {
		return this.sparkFolder.resolve("spark");
	}

	/** The database's programs, shared by every stack of this project. */
	Path databasePrograms() {
		return this.root.resolve("target").resolve("mariadb");
	}

	/** Checks that the applications are built. */
	void requireJars(Engine engine) {
		Path applier = (engine == Engine.CONSUMER) ? this.consumerJar : sparkJar();
		for (Path jar : List.of(this.ingestJar, applier)) {
			if (!Files.isRegularFile(jar)) {
				throw new Problem("NOT_BUILT", "The application " + jar + " is missing",
						"Build the project: mvn -DskipTests package");
			}
		}
	}

}
