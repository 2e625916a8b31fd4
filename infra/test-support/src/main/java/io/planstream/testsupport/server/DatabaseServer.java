package io.planstream.testsupport.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.embedded.EmbeddedDatabase;

/**
 * A running database server and the account that administers it.
 *
 * @param before the JDBC URL up to the schema
 * @param options the options of the JDBC URL
 * @param user the administrator
 * @param password the administrator's password
 */
record DatabaseServer(String before, String options, String user, String password) {

	private static final String OPTIONS = "rewriteBatchedStatements=true&connectionTimeZone=UTC";

	/** What a proxy has to read is said in clear text; MySQL would encrypt it. */
	private static final String IN_CLEAR = "sslMode=DISABLED&allowPublicKeyRetrieval=true";

	static DatabaseServer embedded(EmbeddedDatabase database) {
		return of(database.jdbcUrl(""), EmbeddedDatabase.ADMIN, database.adminPassword());
	}

	/** A server that a person or the continuous integration names instead. */
	static Optional<DatabaseServer> fromEnvironment(Map<String, String> environment) {
		String url = environment.getOrDefault("PLANSTREAM_TEST_MYSQL_URL", "");
		if (url.isBlank()) {
			return Optional.empty();
		}
		return Optional.of(of(url, environment.getOrDefault("PLANSTREAM_TEST_MYSQL_USER", "root"),
				environment.getOrDefault("PLANSTREAM_TEST_MYSQL_PASSWORD", "")));
	}

	static DatabaseServer of(String url, String user, String password) {
		int question = url.indexOf('?');
		String address = (question < 0) ? url : url.substring(0, question);
		String given = (question < 0) ? "" : url.substring(question + 1);
		int authority = address.indexOf("//") + 2;
		int path = address.indexOf('/', authority);
		String before = ((path < 0) ? address : address.substring(0, path)) + "/";
		return new DatabaseServer(before, with(OPTIONS, given), user, password);
	}

	/** The given options, before them those of the others that are not among them. */
	private static String with(String others, String given) {
		return Stream
			.concat(Stream.of(others.split("&"))
				.filter((option) -> !given.contains(option.substring(0, option.indexOf('=')))), Stream.of(given))
			.filter((option) -> !option.isEmpty())
			.collect(Collectors.joining("&"));
	}

	String jdbcUrl(String schema) {
		return this.before + schema + "?" + this.options;
	}

	/**
	 * The same server behind another port of this machine, of a proxy that reads along.
	 */
	DatabaseServer through(int port) {
		return new DatabaseServer("jdbc:mysql://127.0.0.1:" + port + "/", with(IN_CLEAR, this.options), this.user,
				this.password);
	}

	/**
	 * All schemas of a server share its accounts, also between virtual machines that test
	 * at the same time: the passwords follow from the administrator's.
	 */
	DatabaseAccounts accounts() {
		return new DatabaseAccounts(derive("migrator"), derive("ingest"), derive("consumer"), derive("reader"));
	}

	private String derive(String purpose) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(("planstream " + this.password).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] code = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
			return "Ps1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 comes with every Java", ex);
		}
	}

	@Override
	public String toString() {
		return "DatabaseServer[" + this.before + "]";
	}

}
