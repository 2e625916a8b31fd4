package io.planstream.consumer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.EmbeddedDatabase;
import io.planstream.embedded.FreePorts;
import io.planstream.testsupport.server.TestDatabase;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A database server of one test alone, which may be killed.
 */
public final class OwnDatabase implements Schema {

	private static final String NAME = "planstream";

	private final DatabaseAccounts accounts = DatabaseAccounts.random();

	private final Path folder = Path.of("target", "own-database-" + ProcessHandle.current().pid()).toAbsolutePath();

	private final EmbeddedDatabase server;

	public OwnDatabase() {
		this.server = EmbeddedDatabase.open(projectRoot().resolve("target").resolve("mariadb"),
				this.folder.resolve("data"), FreePorts.pick());
		this.server.start();
		this.server.createAccounts(NAME, this.accounts);
		Flyway.configure()
			.dataSource(this.server.jdbcUrl(NAME), DatabaseAccounts.MIGRATOR, this.accounts.migratorPassword())
			.locations("classpath:db/migration")
			.placeholders(TestDatabase.flywayPlaceholders())
			.load()
			.migrate();
	}

	private static Path projectRoot() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(folder.resolve(".mvn")) && folder.getParent() != null) {
			folder = folder.getParent();
		}
		return folder;
	}

	/** As {@code kill -9} does it. */
	public void kill() {
		ProcessHandle process = this.server.process().orElseThrow();
		process.destroyForcibly();
		process.onExit().join();
	}

	public void startAgain() {
		this.server.start();
	}

	@Override
	public Map<String, String> consumerProperties() {
		return Map.of("spring.datasource.url", this.server.jdbcUrl(NAME), "spring.datasource.username",
				DatabaseAccounts.CONSUMER, "spring.datasource.password", this.accounts.consumerPassword());
	}

	@Override
	public JdbcTemplate root() {
		return new JdbcTemplate(new DriverManagerDataSource(this.server.jdbcUrl(NAME), EmbeddedDatabase.ADMIN,
				this.server.adminPassword()));
	}

	@Override
	public void close() {
		this.server.close();
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
