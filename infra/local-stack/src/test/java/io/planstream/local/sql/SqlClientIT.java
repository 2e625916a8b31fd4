package io.planstream.local.sql;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.planstream.embedded.DatabaseAccounts;
import io.planstream.local.terminal.Terminal;
import io.planstream.testsupport.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqlClientIT {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final Terminal terminal = new Terminal(new PrintStream(this.bytes, true, StandardCharsets.UTF_8), 0);

	private TestDatabase database;

	private Connection connection;

	@BeforeEach
	void connect() throws SQLException {
		this.database = TestDatabase.createEmpty();
		this.connection = DriverManager.getConnection(this.database.jdbcUrl() + "&allowMultiQueries=true",
				DatabaseAccounts.MIGRATOR, this.database.accounts().migratorPassword());
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.connection.close();
		this.database.close();
	}

	@Test
	void showsTablesAndChanges() throws Exception {
		client(new SqlStyle(true, false))
			.execute("create table t (n int); insert into t values (1), (2); select n as number from t order by n;");

		assertThat(written()).isEqualTo("Query OK, 0 rows affected\nQuery OK, 2 rows affected\n"
				+ "+--------+\n| number |\n+--------+\n|      1 |\n|      2 |\n+--------+\n2 rows in set\n");
	}

	@Test
	void writesNothingButValuesForPrograms() throws Exception {
		client(new SqlStyle(false, true)).execute("select 'a\\nb', null, true, 1.50; select 'ü' from dual where 1 = 0");

		assertThat(written()).isEqualTo("a\\nb\tNULL\t1\t1.50\n");
	}

	@Test
	void saysThatThereAreNoRows() throws Exception {
		client(new SqlStyle(true, false)).execute("select 1 from dual where 1 = 0");

		assertThat(written()).isEqualTo("Empty set\n");
	}

	@Test
	void goesOnAfterATypingErrorOfAPerson() throws Exception {
		prompt("select\n1 as a;\nnonsense;\nselect 2 as b;\nquit\nselect 3 as c;\n", true);

		assertThat(written()).contains("planstream> ", "| a |", "ERROR 1064", "| b |").doesNotContain("| c |");
	}

	@Test
	void endsAScriptAtItsFirstError() {
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> prompt("select 1 as a;\nnonsense;\nselect 2 as b;\n", false));
		assertThat(written()).contains("| a |").doesNotContain("| b |", "planstream>");
	}

	@Test
	void runsALastStatementWithoutSemicolon() throws Exception {
		prompt("select 7 as seven", false);

		assertThat(written()).contains("| seven |");
	}

	private SqlClient client(SqlStyle style) {
		return new SqlClient(this.connection, this.terminal, style);
	}

	private void prompt(String typed, boolean person) throws SQLException {
		new SqlPrompt(client(new SqlStyle(true, false)), new BufferedReader(new StringReader(typed)), this.terminal,
				person)
			.run();
	}

	private String written() {
		return this.bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

}
