package io.planstream.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedDatabaseIT {

	private final List<EmbeddedDatabase> opened = new ArrayList<>();

	private Path folder;

	@BeforeEach
	void makeFolder() throws Exception {
		this.folder = TestFolder.create("database");
	}

	@AfterEach
	void removeAll() throws Exception {
		this.opened.forEach(EmbeddedDatabase::close);
		MariaDbFiles.deleteRecursively(this.folder);
	}

	@Test
	void keepsCommittedRowsWhenItIsKilled() throws Exception {
		EmbeddedDatabase database = open("data", FreePorts.pick());
		ProcessHandle first = database.start();
		execute(database, "create database kept", "create table kept.row_1 (n int primary key)",
				"insert into kept.row_1 values (7)");
		kill(first);
		assertThat(database.process()).isEmpty();

		EmbeddedDatabase again = open("data", database.port());
		ProcessHandle second = again.start();

		assertThat(second.pid()).isNotEqualTo(first.pid());
		assertThat(ask(again, "select n from kept.row_1")).isEqualTo("7");
	}

	@Test
	void adoptsAServerThatAnotherProgramLeftRunning() throws Exception {
		EmbeddedDatabase left = open("data", FreePorts.pick());
		long pid = left.start().pid();

		EmbeddedDatabase adopting = open("data", left.port());

		assertThat(adopting.start().pid()).isEqualTo(pid);
		assertThat(adopting.pid()).isEqualTo(pid);
	}

	@Test
	void replacesAServerThatWasLeftOnAnotherPort() throws Exception {
		EmbeddedDatabase left = open("data", FreePorts.pick());
		ProcessHandle first = left.start();

		EmbeddedDatabase moved = open("data", FreePorts.pick());
		moved.start();

		assertThat(first.isAlive()).isFalse();
		assertThat(ask(moved, "select @@port")).isEqualTo(String.valueOf(moved.port()));
	}

	@Test
	void comparesTextByteByByteAndWritesEachCommitToDisk() throws Exception {
		EmbeddedDatabase database = open("data", FreePorts.pick());
		database.start();

		assertThat(ask(database, "select concat_ws(' ', @@character_set_server, @@collation_server)"))
			.isEqualTo("utf8mb4 utf8mb4_bin");
		assertThat(ask(database, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
		assertThat(ask(database, "select @@bind_address")).isEqualTo("127.0.0.1");
		assertThat(ask(database, "select @@time_zone")).isEqualTo("+00:00");
	}

	@Test
	void letsNobodyInWithoutPassword() throws Exception {
		EmbeddedDatabase database = open("data", FreePorts.pick());
		database.start();

		for (String user : List.of("root", "")) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(""), user, "").close());
		}
		assertThat(ask(database, "select group_concat(concat(user, '@', host)) from mysql.user"
				+ " where user not in ('mariadb.sys', 'PUBLIC')"))
			.isEqualTo("root@127.0.0.1");
	}

	@Test
	void makesAccountsAgainWithOtherPasswords() throws Exception {
		EmbeddedDatabase database = open("data", FreePorts.pick());
		database.start();
		database.createAccounts("some_schema", DatabaseAccounts.random());
		DatabaseAccounts accounts = new DatabaseAccounts("it's \\ 1", "i", "c", "r");

		database.createAccounts("some_schema", accounts);

		try (Connection migrator = DriverManager.getConnection(database.jdbcUrl("some_schema"),
				DatabaseAccounts.MIGRATOR, accounts.migratorPassword());
				Statement statement = migrator.createStatement()) {
			statement.execute("create table t (n int primary key)");
			statement.execute("grant select on some_schema.t to '" + DatabaseAccounts.READER + "'@'%'");
			assertThatThrownBy(() -> statement.execute("create database someXschema")).hasMessageContaining("denied");
		}
		try (Connection reader = DriverManager.getConnection(database.jdbcUrl("some_schema"), DatabaseAccounts.READER,
				"r"); Statement statement = reader.createStatement()) {
			assertThatThrownBy(() -> statement.execute("insert into t values (1)")).hasMessageContaining("denied");
		}
	}

	@Test
	void runsInAFolderWithSpacesAndLetters() throws Exception {
		EmbeddedDatabase database = open("my data/dir \u00e4", FreePorts.pick());
		database.start();

		assertThat(ask(database, "select 1 + 1")).isEqualTo("2");
	}

	@Test
	void saysWhyItDoesNotStart() throws Exception {
		EmbeddedDatabase holder = open("data", FreePorts.pick());
		holder.start();
		EmbeddedDatabase second = open("other", holder.port());

		assertThatExceptionOfType(EmbeddedServerException.class).isThrownBy(second::start)
			.withMessageContaining("port " + holder.port())
			.withMessageContaining("Address already in use");
	}

	@Test
	void refusesAFolderOfSomethingElse() throws Exception {
		Files.createDirectories(this.folder.resolve("data"));

		assertThatExceptionOfType(EmbeddedServerException.class).isThrownBy(() -> open("data", 1))
			.withMessageContaining("no data directory of MariaDB");
	}

	@Test
	void isPreparedBySeveralAtOnce() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			List<Callable<EmbeddedDatabase>> tasks = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				tasks.add(() -> EmbeddedDatabase.open(TestFolder.MARIADB, this.folder.resolve("data"), 1));
			}
			for (var prepared : threads.invokeAll(tasks)) {
				assertThat(prepared.get().adminPassword()).isEqualTo(tasks.get(0).call().adminPassword());
			}
		}
		finally {
			threads.shutdown();
		}
	}

	private EmbeddedDatabase open(String name, int port) {
		EmbeddedDatabase database = EmbeddedDatabase.open(TestFolder.MARIADB, this.folder.resolve(name), port);
		this.opened.add(database);
		return database;
	}

	private static void kill(ProcessHandle process) throws Exception {
		process.destroyForcibly();
		process.onExit().get(10, TimeUnit.SECONDS);
	}

	private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

	private static Connection connect(EmbeddedDatabase database) throws SQLException {
		return DriverManager.getConnection(database.jdbcUrl(""), EmbeddedDatabase.ADMIN, database.adminPassword());
	}

}
