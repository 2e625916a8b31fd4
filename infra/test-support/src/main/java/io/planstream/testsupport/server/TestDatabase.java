package io.planstream.testsupport.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.EmbeddedDatabase;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A schema of its own on the shared test server, with the accounts that production has:
 * MariaDB, or the server that {@code PLANSTREAM_TEST_MYSQL_URL}, {@code _USER} and
 * {@code _PASSWORD} name (an administrator's account). Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {

	private final DatabaseServer server;

	private final String schema;

	private final DatabaseAccounts accounts;

	private TestDatabase(DatabaseServer server, String schema) {
		this.server = server;
		this.schema = schema;
		this.accounts = server.accounts();
	}

	/**
	 * Makes a schema with a random name, the accounts, and all tables and views.
	 * @return the database
	 */
	public static TestDatabase create() {
		TestDatabase database = createEmpty();
		database.migrate();
		return database;
	}

	/**
	 * Makes a schema with a random name and the accounts, and nothing in it: for tests of
	 * what migrates.
	 * @return the database
	 */
	public static TestDatabase createEmpty() {
		TestLogging.quietServers();
		return createEmpty(TestServers.database());
	}

	/**
	 * The same as {@link #create} on a server that the test starts, and may kill.
	 * @param server the server, which is running
	 * @return the database
	 */
	public static TestDatabase createOn(EmbeddedDatabase server) {
		return createOn(DatabaseServer.embedded(server));
	}

	/**
	 * The same on a server of another kind.
	 * @param url the JDBC URL of the server, which is running
	 * @param user the administrator
	 * @param password the administrator's password
	 * @return the database
	 */
	public static TestDatabase createOn(String url, String user, String password) {
		return createOn(DatabaseServer.of(url, user, password));
	}

	private static TestDatabase createOn(DatabaseServer server) {
		TestDatabase database = createEmpty(server);
		database.migrate();
		return database;
	}

	private static TestDatabase createEmpty(DatabaseServer server) {
		String schema = "planstream" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
		TestDatabase database = new TestDatabase(server, schema);
		JdbcTemplate admin = new JdbcTemplate(
				database.dataSource("", database.server.user(), database.server.password()));
		database.accounts.bootstrapSql(schema).forEach(admin::execute);
		return database;
	}

	/**
	 * Where the programs of embedded servers are, or will be unpacked once for all
	 * modules.
	 * @return a folder
	 */
	public static Path serverPrograms() {
		return TestServers.serverPrograms();
	}

	/**
	 * The project's folder.
	 * @return the folder that holds all modules
	 */
	public static Path projectRoot() {
		return TestServers.projectRoot();
	}

	/**
	 * The same schema by another way to the server.
	 * @param port a port of the loopback address that leads to the server
	 * @return the schema
	 */
	public TestDatabase through(int port) {
		return new TestDatabase(this.server.through(port), this.schema);
	}

	/**
	 * Brings the schema up to date as its migrator.
	 */
	public void migrate() {
		flyway().migrate();
	}

	/**
	 * What migrates the schema, as its migrator.
	 * @return Flyway, which has done nothing yet
	 */
	public Flyway flyway() {
		return Flyway.configure()
			.dataSource(jdbcUrl(), DatabaseAccounts.MIGRATOR, this.accounts.migratorPassword())
			.locations("classpath:db/migration")
			.placeholders(flywayPlaceholders())
			.load();
	}

	/**
	 * What the migrations want to know.
	 * @return the accounts that get rights
	 */
	public static Map<String, String> flywayPlaceholders() {
		return Map.of("ingest_user", DatabaseAccounts.INGEST, "consumer_user", DatabaseAccounts.CONSUMER, "reader_user",
				DatabaseAccounts.READER, "user_host", DatabaseAccounts.USER_HOST);
	}

	/**
	 * The JDBC URL for MySQL Connector/J with this schema selected.
	 * @return the URL
	 */
	public String jdbcUrl() {
		return this.server.jdbcUrl(this.schema);
	}

	/**
	 * The random name.
	 * @return the schema's name
	 */
	public String schema() {
		return this.schema;
	}

	/**
	 * The accounts' passwords; the same for every schema of this server.
	 * @return the accounts
	 */
	public DatabaseAccounts accounts() {
		return this.accounts;
	}

	/**
	 * The Spring properties by which ingest-app reaches this database.
	 * @return name and value
	 */
	public Map<String, String> ingestProperties() {
		return Map.of("spring.datasource.url", jdbcUrl(), "spring.datasource.username", DatabaseAccounts.INGEST,
				"spring.datasource.password", this.accounts.ingestPassword(), "spring.flyway.user",
				DatabaseAccounts.MIGRATOR, "spring.flyway.password", this.accounts.migratorPassword());
	}

	/**
	 * The Spring properties by which consumer-app reaches this database.
	 * @return name and value
	 */
	public Map<String, String> consumerProperties() {
		return Map.of("spring.datasource.url", jdbcUrl(), "spring.datasource.username", DatabaseAccounts.CONSUMER,
				"spring.datasource.password", this.accounts.consumerPassword());
	}

	/**
	 * Statements as the administrator, who may do anything.
	 * @return a template without a pool
	 */
	public JdbcTemplate root() {
		return new JdbcTemplate(dataSource(this.schema, this.server.user(), this.server.password()));
	}

	/**
	 * Statements as the administrator, fluently.
	 * @return a client without a pool
	 */
	public JdbcClient rootClient() {
		return JdbcClient.create(root());
	}

	/**
	 * Statements with the rights of dashboards.
	 * @return a client without a pool
	 */
	public JdbcClient readerClient() {
		return JdbcClient.create(dataSource(this.schema, DatabaseAccounts.READER, this.accounts.readerPassword()));
	}

	/**
	 * Drops the schema; the accounts stay.
	 */
	@Override
	public void close() {
		root().execute("drop database if exists " + this.schema);
	}

	private DriverManagerDataSource dataSource(String schemaName, String user, String password) {
		return new DriverManagerDataSource(this.server.jdbcUrl(schemaName), user, password);
	}

	@Override
	public String toString() {
		return "TestDatabase[" + this.schema + "]";
	}

}
