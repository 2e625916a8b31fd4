package io.planstream.ingest.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.planstream.testsupport.fault.TcpProxy;
import io.planstream.testsupport.server.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnfinishedInstallationIT {

	private final TestDatabase database = TestDatabase.createEmpty();

	private final JdbcTemplate root = this.database.root();

	@AfterEach
	void drop() {
		this.database.close();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "create table run (", "create table rate_percentile (", "create table BATCH_STEP_EXECUTION",
					"create table network (", "alter table benefit_by_metal", "create table crosswalk_zip_county" })
	void anInstallationThatBrokeOffAnywhereIsBegunAgain(String statement) throws SQLException {
		breakOff(statement);
		assertThatThrownBy(() -> this.database.flyway().migrate()).isInstanceOf(FlywayException.class);
		removeAndMigrate();
		try (TestDatabase undisturbed = TestDatabase.create()) {
			assertThat(columns(this.root)).isEqualTo(columns(undisturbed.root()));
		}
		assertThat(history()).hasSize(this.database.flyway().info().all().length);
		assertThat(count("data_rule")).isPositive();
	}

	@Test
	void aSchemaWithARunIsLeftAsItIs() throws SQLException {
		breakOff("alter table benefit_by_metal");
		this.root
			.execute("insert into run (run_id, content_hash, ordinal, contract_version, partitions, state, attempt,"
					+ " reject_share, reject_count, created_at)"
					+ " values ('0123456789abcdef', repeat('0', 64), 0, 1, 6, 'RUNNING', 1, 0.1, 10, now(3))");
		assertThatThrownBy(this::removeAndMigrate).isInstanceOfSatisfying(FlywayException.class,
				(failure) -> assertThat(new MigrationFailureAnalyzer().analyze(failure).getDescription())
					.startsWith("The schema cannot be migrated: ")
					.contains("V6__cost_sharing_and_counties.sql", "Duplicate column name"));
		assertThat(count("run")).isOne();
	}

	@Test
	void aFinishedInstallationIsLeftAsItIs() throws SQLException {
		this.database.migrate();
		List<String> history = history();
		removeAndMigrate();
		assertThat(history()).isEqualTo(history);
	}

	private void breakOff(String statement) {
		try (TcpProxy network = TcpProxy.toDatabase(this.database.jdbcUrl())) {
			network.cutAnswersTo(statement, 1);
			assertThatThrownBy(() -> this.database.through(network.port()).flyway().migrate())
				.isInstanceOf(FlywayException.class);
		}
	}

	private void removeAndMigrate() throws SQLException {
		Flyway flyway = this.database.flyway();
		try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
			new UnfinishedInstallation(flyway, connection).remove();
		}
		flyway.migrate();
	}

	private List<String> history() {
		return this.root.queryForList(
				"select concat(script, ' ', installed_on) from flyway_schema_history order by installed_rank",
				String.class);
	}

	private int count(String table) {
		return this.root.queryForList("select 1 from " + table).size();
	}

	private static List<String> columns(JdbcTemplate root) {
		return root.queryForList("select concat(table_name, '.', column_name, ' ', column_type)"
				+ " from information_schema.columns where table_schema = database() order by 1", String.class);
	}

}
