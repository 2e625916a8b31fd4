package io.planstream.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A real MySQL-compatible server (MariaDB), reachable on the loopback address only, as a
 * process of its own: it outlives the virtual machine that started it, and a later one
 * finds it again. Committed data survives any end of the process. Not thread-safe.
 *
 * <p>
 * Beside the data directory lie the files of the same name with {@code .pid},
 * {@code .log} and {@code .password} appended, the last readable by the owner only.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	/** The administrator's account. */
	public static final String ADMIN = "root";

	private static final String HOST = "127.0.0.1";

	private static final Duration START_LIMIT = Duration.ofSeconds(120);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

	private final MariaDbFiles files;

	private final Path base;

	private final Path data;

	private final int port;

	private final String adminPassword;

	private EmbeddedDatabase(MariaDbFiles files, Path base, Path data, int port, String adminPassword) {
		this.files = files;
		this.base = base;
		this.data = data;
		this.port = port;
		this.adminPassword = adminPassword;
	}

	/**
	 * Prepares a database without starting it: unpacks the server and makes an empty data
	 * directory, each only when it is not there yet.
	 * @param baseDirectory where the server's programs are or will be; may be shared by
	 * any number of databases and programs
	 * @param dataDirectory where the data is or will be; its parent also receives log,
	 * process id and the administrator's password
	 * @param port the port to listen on
	 * @return the database
	 * @throws EmbeddedServerException if files cannot be written, or the data directory
	 * holds something else
	 */
	public static EmbeddedDatabase open(Path baseDirectory, Path dataDirectory, int port) {
		Path base = baseDirectory.toAbsolutePath().normalize();
		Path data = dataDirectory.toAbsolutePath().normalize();
		MariaDbFiles files = new MariaDbFiles(base, data);
		String adminPassword = files.prepare(beside(data, ".password"));
		return new EmbeddedDatabase(files, base, data, port, adminPassword);
	}

	/**
	 * Starts the server and returns when it takes statements. A server that an earlier
	 * program left running on this data is kept if it listens on the same port and
	 * answers, else stopped first.
	 * @return the process
	 * @throws EmbeddedServerException if it does not start; the message has the end of
	 * its log
	 */
	public ProcessHandle start() {
		Optional<ProcessHandle> left = process();
		if (left.isPresent()) {
			if (answers()) {
				return left.get();
			}
			stop();
		}
		Process process = launch();
		awaitReady(process);
		return process.toHandle();
	}

	/**
	 * The server's process, also if another program started it.
	 * @return the process, or empty if the server is not running
	 */
	public Optional<ProcessHandle> process() {
		return ServerPid.read(beside(this.data, ".pid"));
	}

	/**
	 * Finds the server of a data directory without preparing anything.
	 * @param dataDirectory the data directory, which may not exist
	 * @return its process, or empty if it is not running
	 */
	public static Optional<ProcessHandle> findProcess(Path dataDirectory) {
		return ServerPid.read(beside(dataDirectory.toAbsolutePath().normalize(), ".pid"));
	}

	/**
	 * The server's process id.
	 * @return the process id
	 * @throws EmbeddedServerException if the server is not running
	 */
	public long pid() {
		return process().orElseThrow(() -> new EmbeddedServerException("The database in " + this.data + " is down"))
			.pid();
	}

	/**
	 * Stops the server: in good order, or by force if it takes longer than half a minute.
	 * Does nothing if it is not running.
	 */
	public void stop() {
		process().ifPresent((process) -> {
			requestStop(process);
			if (!awaitExit(process, STOP_LIMIT)) {
				process.destroyForcibly();
				awaitExit(process, STOP_LIMIT);
			}
		});
	}

	/**
	 * Asks the server to stop in good order, and returns at once.
	 * @param process the server's process
	 */
	public void requestStop(ProcessHandle process) {
		if (process.supportsNormalTermination()) {
			process.destroy();
		}
		else {
			shutdownBySql();
		}
	}

	@Override
	public void close() {
		stop();
	}

	/**
	 * Makes a schema and the accounts of PlanStream, or sets their passwords again.
	 * @param schema the schema's name
	 * @param accounts the accounts
	 * @throws EmbeddedServerException if the server refuses
	 */
	public void createAccounts(String schema, DatabaseAccounts accounts) {
		try (Connection connection = connectAsAdmin(""); Statement statement = connection.createStatement()) {
			for (String sql : accounts.bootstrapSql(schema)) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new EmbeddedServerException(
					"Schema " + schema + " and its accounts cannot be made: " + ex.getMessage(), ex);
		}
	}

	/**
	 * The address for MySQL Connector/J, with the options that this server needs.
	 * @param schema the schema to select, or an empty text
	 * @return the JDBC URL
	 */
	public String jdbcUrl(String schema) {
		return jdbcUrl(this.port, schema);
	}

	/**
	 * The address of a schema on an embedded server.
	 * @param port the server's port
	 * @param schema the schema to select, or an empty text
	 * @return the JDBC URL
	 */
	public static String jdbcUrl(int port, String schema) {
		return "jdbc:mysql://" + HOST + ":" + port + "/" + schema
				+ "?rewriteBatchedStatements=true&useInformationSchema=false&connectionTimeZone=UTC";
	}

	/**
	 * The port that the server listens on.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * The password of {@value #ADMIN} in a data directory that was opened before.
	 * @param dataDirectory the data directory
	 * @return the password; never log it
	 * @throws EmbeddedServerException if it cannot be read
	 */
	public static String adminPassword(Path dataDirectory) {
		Path file = beside(dataDirectory.toAbsolutePath().normalize(), ".password");
		try {
			return Files.readString(file, StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("Cannot read " + file, ex);
		}
	}

	/**
	 * The password of {@value #ADMIN}.
	 * @return the password; never log it
	 */
	public String adminPassword() {
		return this.adminPassword;
	}

	/**
	 * The file that the server writes its log to.
	 * @return the log file
	 */
	public Path log() {
		return beside(this.data, ".log");
	}

	private Connection connectAsAdmin(String schema) throws SQLException {
		return DriverManager.getConnection(jdbcUrl(schema) + "&connectTimeout=5000&socketTimeout=30000", ADMIN,
				this.adminPassword);
	}

	private boolean answers() {
		try (Connection connection = connectAsAdmin("")) {
			return connection.isValid(5);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private void shutdownBySql() {
		try (Connection connection = connectAsAdmin(""); Statement statement = connection.createStatement()) {
			statement.execute("shutdown");
		}
		catch (SQLException ex) {
			// not answering any more: the caller's limit decides
			return;
		}
	}

	private Process launch() {
		Path initial = beside(this.data, ".init.sql");
		OwnerOnlyFile.write(initial, adminSql());
		Path libraries = this.base.resolve("libs");
		String found = System.getenv().getOrDefault(this.files.libraryVariable(), "");
		String path = found.isEmpty() ? libraries.toString() : libraries + File.pathSeparator + found;
		return DetachedProcess.start(command(initial), Map.of(this.files.libraryVariable(), path), this.base, log());
	}

	/** Run by the server before it listens, so there is no moment without a password. */
	private String adminSql() {
		String account = "'" + ADMIN + "'@'" + HOST + "' identified by " + DatabaseAccounts.literal(this.adminPassword)
				+ ";\n";
		return "delete from mysql.global_priv where user = '' or (user = '" + ADMIN + "' and host <> '" + HOST
				+ "');\nflush privileges;\ndrop database if exists test;\ncreate user if not exists " + account
				+ "alter user " + account + "grant all privileges on *.* to '" + ADMIN + "'@'" + HOST
				+ "' with grant option;\n";
	}

	private List<String> command(Path initial) {
		List<String> command = new ArrayList<>();
		command.add(this.files.serverProgram().toString());
		command.addAll(List.of("--no-defaults", "--basedir=" + this.base, "--datadir=" + this.data,
				"--tmpdir=" + temporary(), "--pid-file=" + beside(this.data, ".pid"), "--init-file=" + initial));
		command.addAll(List.of("--bind-address=" + HOST, "--port=" + this.port, "--skip-name-resolve", "--skip-ssl",
				"--max-connections=100", "--max-allowed-packet=64M"));
		command.addAll(List.of("--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin",
				"--default-time-zone=+00:00", "--event-scheduler=OFF"));
		command.addAll(List.of("--innodb-buffer-pool-size=256M", "--innodb-log-file-size=128M",
				"--innodb-flush-log-at-trx-commit=1",
				// charts of many groups stay in memory
				"--tmp-memory-table-size=64M", "--max-heap-table-size=64M"));
		if (!Host.isWindows()) {
			// clients come by the port; a socket file would meet the limit on path
			// lengths
			command.add("--socket=");
		}
		if ("root".equals(System.getProperty("user.name"))) {
			command.add("--user=root");
		}
		return command;
	}

	/** Beside the data: the programs' folder may belong to somebody else. */
	private Path temporary() {
		try {
			return Files.createDirectories(beside(this.data, ".tmp"));
		}
		catch (IOException ex) {
			throw new EmbeddedServerException("Cannot make a folder beside " + this.data, ex);
		}
	}

	private void awaitReady(Process process) {
		Instant limit = Instant.now().plus(START_LIMIT);
		while (!answers()) {
			if (!process.isAlive()) {
				throw new EmbeddedServerException(
						"The database ended while it started on port " + this.port + logEnd());
			}
			if (Instant.now().isAfter(limit)) {
				process.destroy();
				throw new EmbeddedServerException("The database on port " + this.port + " does not answer after "
						+ START_LIMIT.toSeconds() + " seconds" + logEnd());
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
	}

	private String logEnd() {
		return ". The end of " + log() + ":\n" + LogFile.end(log(), 10);
	}

	private static boolean awaitExit(ProcessHandle process, Duration limit) {
		try {
			CompletableFuture<ProcessHandle> exit = process.onExit();
			exit.get(limit.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	private static Path beside(Path data, String suffix) {
		return data.resolveSibling(data.getFileName() + suffix);
	}

}
