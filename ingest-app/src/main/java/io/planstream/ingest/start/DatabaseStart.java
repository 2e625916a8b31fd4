package io.planstream.ingest.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import io.planstream.model.start.DatabaseCheck;
import io.planstream.start.DatabaseLoss;
import org.flywaydb.core.Flyway;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Waits for the database, and migrates it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseStart {

	/** Waits for ten seconds at the most, so that an answer is always on its way. */
	private static final String TAKE_TURN = "select get_lock(concat(database(), '.migration'), 10)";

	@Bean
	FlywayMigrationStrategy migrateWhenThere(Waiting waiting, JdbcConnectionDetails connectionDetails,
			DataSource dataSource) {
		// options may hold secrets
		String server = "The database at " + connectionDetails.getJdbcUrl().replaceFirst("\\?.*", "");
		return (flyway) -> {
			waiting.await(server, () -> {
				try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
					connection.isValid(5);
				}
			}, (ex) -> !DatabaseLoss.isRefusal(ex));
			migrate(flyway);
			refuseWrong(dataSource);
		};
	}

	private static void migrate(Flyway flyway) {
		try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
			awaitTurn(connection);
			new UnfinishedInstallation(flyway, connection).remove();
			flyway.migrate();
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database cannot be migrated", ex);
		}
	}

	/**
	 * Until no other ingest-app migrates this schema. The server takes the turn back when
	 * the connection ends.
	 */
	private static void awaitTurn(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			boolean taken = false;
			while (!taken) {
				try (ResultSet answer = statement.executeQuery(TAKE_TURN)) {
					taken = answer.next() && answer.getBoolean(1);
				}
			}
		}
	}

	private static void refuseWrong(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection()) {
			DatabaseCheck.check(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database cannot be checked", ex);
		}
	}

}
