package io.planstream.embedded;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The database accounts of PlanStream and the SQL that makes them, the same on MySQL 8.4
 * and newer and on MariaDB 10.11 and newer. Only the migrator gets rights here, those of
 * the others are granted by the migrations.
 *
 * @param migratorPassword password of {@value #MIGRATOR}, who owns the schema
 * @param ingestPassword password of {@value #INGEST}
 * @param consumerPassword password of {@value #CONSUMER}
 * @param readerPassword password of {@value #READER}, who reads the views only
 */
public record DatabaseAccounts(String migratorPassword, String ingestPassword, String consumerPassword,
		String readerPassword) {

	/** Owns and changes the schema. */
	public static final String MIGRATOR = "planstream_migrator";

	/** The ingesting application. */
	public static final String INGEST = "planstream_ingest";

	/** The consuming application. */
	public static final String CONSUMER = "planstream_consumer";

	/** Dashboards. */
	public static final String READER = "planstream_reader";

	/**
	 * The host part of each account: which addresses connect is the server's business.
	 */
	public static final String USER_HOST = "%";

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * Makes accounts with new random passwords.
	 * @return the accounts
	 */
	public static DatabaseAccounts random() {
		return new DatabaseAccounts(randomPassword(), randomPassword(), randomPassword(), randomPassword());
	}

	/**
	 * Makes a password that needs no quoting anywhere.
	 * @return 32 letters, digits, hyphens and underscores, preceded by what password
	 * rules ask for
	 */
	public static String randomPassword() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return "Ps1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * The statements that an administrator of the server runs before the first migration.
	 * They can be run again at any time; passwords are then set to those given here.
	 * @param schema the schema to make
	 * @return SQL statements in order; they hold passwords and must not be logged
	 */
	public List<String> bootstrapSql(String schema) {
		List<String> statements = new ArrayList<>();
		statements
			.add("create database if not exists " + identifier(schema) + " character set utf8mb4 collate utf8mb4_bin");
		addUser(statements, MIGRATOR, this.migratorPassword);
		addUser(statements, INGEST, this.ingestPassword);
		addUser(statements, CONSUMER, this.consumerPassword);
		addUser(statements, READER, this.readerPassword);
		// in a grant an underscore of the schema's name would stand for any character
		statements.add("grant all privileges on " + identifier(schema.replace("_", "\\_")) + ".* to "
				+ account(MIGRATOR) + " with grant option");
		return statements;
	}

	private static void addUser(List<String> statements, String user, String password) {
		String identified = account(user) + " identified by " + literal(password);
		statements.add("create user if not exists " + identified);
		statements.add("alter user " + identified);
	}

	private static String account(String user) {
		return literal(user) + "@" + literal(USER_HOST);
	}

	static String identifier(String name) {
		return "`" + name.replace("`", "``") + "`";
	}

	static String literal(String text) {
		return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
	}

	@Override
	public String toString() {
		return "DatabaseAccounts[passwords hidden]";
	}

}
