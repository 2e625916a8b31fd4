package io.planstream.ingest.start;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.planstream.model.start.DatabaseCheck;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Waits for the database before it is migrated.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseStart {

	/** SQL states of a refused account. */
	private static final String REFUSED = "28";

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
			}, DatabaseStart::worthWaiting);
			flyway.migrate();
			refuseWrong(dataSource);
		};
	}

	private static void refuseWrong(DataSource dataSource) {
		try (Connection connection = dataSource.getConnection()) {
			DatabaseCheck.check(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The database cannot be checked", ex);
		}
	}

	private static boolean worthWaiting(Exception ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null
					&& sql.getSQLState().startsWith(REFUSED)) {
				return false;
			}
		}
		return true;
	}

}
