package io.planstream.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The script that the MySQL image runs on an empty volume, run for real against the test
 * server. Only the program {@code mysql} is stood in for: by one that checks how it is
 * called and hands the statements over, as the image's own is not there.
 */
@DisabledOnOs(OS.WINDOWS)
class AccountsIT {

	private static final String ROOT_PASSWORD = "Ps1-root's \\own";

	@TempDir
	private Path folder;

	private TestDatabase database;

	@BeforeEach
	void emptyServer() throws IOException {
		this.database = TestDatabase.createEmpty();
		this.database.root().execute("drop database " + this.database.schema());
		if (System.getenv("PLANSTREAM_TEST_MYSQL_URL") == null) {
			// a server of this virtual machine alone: nobody else logs in
			List.of("migrator", "ingest", "consumer", "reader")
				.forEach((name) -> admin().execute("drop user planstream_" + name + "@'%'"));
		}
		Path mysql = this.folder.resolve("mysql");
		Files.writeString(mysql, """
				#!/usr/bin/env bash
				set -euo pipefail
				[ $# = 3 ] && [ "$2 $3" = '--protocol=socket --user=root' ]
				cat "${1#--defaults-extra-file=}" > "$OUT/options"
				cat > "$OUT/statements"
				""");
		Files.setPosixFilePermissions(mysql, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	@AfterEach
	void dropSchema() {
		admin().execute("drop database if exists " + this.database.schema());
		this.database.accounts().bootstrapSql("planstream_none").stream().skip(1).limit(8).forEach(admin()::execute);
	}

	@Test
	void makesASchemaAndFourAccountsThatTheMigrationsGoOnWith() throws IOException {
		run("bash", ComposeFile.FOLDER.resolve("mysql/accounts.sh").toString());
		assertThat(admin().queryForObject(
				"select default_collation_name from information_schema.schemata where schema_name = ?", String.class,
				this.database.schema()))
			.isEqualTo("utf8mb4_bin");
		this.database.migrate();
		DatabaseAccounts accounts = this.database.accounts();
		JdbcTemplate reader = as(DatabaseAccounts.READER, accounts.readerPassword());
		assertThat(reader.queryForList("select * from v_serving")).isEmpty();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> reader.queryForList("select * from run"));
		assertThat(as(DatabaseAccounts.INGEST, accounts.ingestPassword()).queryForList("select * from run")).isEmpty();
		JdbcTemplate consumer = as(DatabaseAccounts.CONSUMER, accounts.consumerPassword());
		assertThat(consumer.queryForList("select * from consumer_position")).isEmpty();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> consumer.execute("drop table run"));
	}

	@Test
	void runsAgainAndIsReadByAShellWhoseOptionsStay() throws IOException {
		// as the image does with a file that is not executable, and goes on
		String script = "set -eo pipefail; . '%s'; : \"$NEVER_SET\"; echo \"went on\"";
		run("bash", ComposeFile.FOLDER.resolve("mysql/accounts.sh").toString());
		Shell shell = run("bash", "-c", script.formatted(ComposeFile.FOLDER.resolve("mysql/accounts.sh")));
		assertThat(shell.output()).contains("went on");
		this.database.migrate();
	}

	@Test
	void thePasswordOfTheAdministratorGoesByAFileOfOptions() throws IOException {
		run("bash", ComposeFile.FOLDER.resolve("mysql/accounts.sh").toString());
		assertThat(this.folder.resolve("options")).hasContent("[client]\npassword=\"" + ROOT_PASSWORD + "\"");
		assertThat(this.folder.resolve("statements")).content().doesNotContain(ROOT_PASSWORD);
	}

	@Test
	void stopsWithoutAPassword() {
		Map<String, String> environment = environment();
		environment.put("PLANSTREAM_READER_PASSWORD", "");
		Shell shell = Shell.run(this.folder, environment,
				List.of("bash", ComposeFile.FOLDER.resolve("mysql/accounts.sh").toString()));
		assertThat(shell.exitCode()).isNotZero();
		assertThat(shell.output()).contains("PLANSTREAM_READER_PASSWORD");
		assertThat(this.folder.resolve("statements")).doesNotExist();
	}

	private Shell run(String... command) throws IOException {
		Shell shell = Shell.run(this.folder, environment(), List.of(command));
		assertThat(shell.exitCode()).as(shell.output()).isZero();
		for (String statement : Files.readAllLines(this.folder.resolve("statements"))) {
			admin().execute(statement);
		}
		return shell;
	}

	private Map<String, String> environment() {
		DatabaseAccounts accounts = this.database.accounts();
		return new HashMap<>(Map.of("PATH", this.folder + ":" + System.getenv("PATH"), "OUT", this.folder.toString(),
				"MYSQL_DATABASE", this.database.schema(), "MYSQL_ROOT_PASSWORD", ROOT_PASSWORD,
				"PLANSTREAM_MIGRATOR_PASSWORD", accounts.migratorPassword(), "PLANSTREAM_INGEST_PASSWORD",
				accounts.ingestPassword(), "PLANSTREAM_CONSUMER_PASSWORD", accounts.consumerPassword(),
				"PLANSTREAM_READER_PASSWORD", accounts.readerPassword()));
	}

	private JdbcTemplate as(String user, String password) {
		return new JdbcTemplate(new DriverManagerDataSource(this.database.jdbcUrl(), user, password));
	}

	/** The administrator, without a schema that may not be there. */
	private JdbcTemplate admin() {
		DriverManagerDataSource source = (DriverManagerDataSource) this.database.root().getDataSource();
		String url = source.getUrl().replace("/" + this.database.schema() + "?", "/?");
		return new JdbcTemplate(new DriverManagerDataSource(url, source.getUsername(), source.getPassword()));
	}

}
