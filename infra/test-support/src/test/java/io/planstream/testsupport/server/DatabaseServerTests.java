package io.planstream.testsupport.server;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseServerTests {

	@Test
	void isTheOneThatTheEnvironmentNames() {
		DatabaseServer server = DatabaseServer
			.fromEnvironment(Map.of("PLANSTREAM_TEST_MYSQL_URL", "jdbc:mysql://db:3307", "PLANSTREAM_TEST_MYSQL_USER",
					"admin", "PLANSTREAM_TEST_MYSQL_PASSWORD", "secret"))
			.orElseThrow();

		assertThat(server.jdbcUrl("s"))
			.isEqualTo("jdbc:mysql://db:3307/s?rewriteBatchedStatements=true&connectionTimeZone=UTC");
		assertThat(server.user()).isEqualTo("admin");
		assertThat(server.toString()).doesNotContain("secret");
	}

	@Test
	void keepsTheOptionsOfAnAddress() {
		assertThat(DatabaseServer.of("jdbc:mysql://db/test?connectionTimeZone=SERVER&a=b", "u", "p").jdbcUrl("s"))
			.isEqualTo("jdbc:mysql://db/s?rewriteBatchedStatements=true&connectionTimeZone=SERVER&a=b");
	}

	@Test
	void speaksInClearTextThroughAProxy() {
		assertThat(DatabaseServer.of("jdbc:mysql://db/test?a=b", "u", "p").through(3307).jdbcUrl("s"))
			.startsWith("jdbc:mysql://127.0.0.1:3307/s?")
			.contains("sslMode=DISABLED", "allowPublicKeyRetrieval=true", "rewriteBatchedStatements=true", "a=b");
	}

	@Test
	void givesAllSchemasTheSamePasswords() {
		DatabaseServer server = DatabaseServer.of("jdbc:mysql://db", "u", "p");

		assertThat(server.accounts()).isEqualTo(server.accounts());
		assertThat(server.accounts().readerPassword()).isNotEqualTo(server.accounts().ingestPassword());
	}

	@Test
	void isTheEmbeddedOneWithoutAnEnvironment() {
		assertThat(DatabaseServer.fromEnvironment(Map.of())).isEmpty();
	}

}
