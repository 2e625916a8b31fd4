package io.planstream.consumer.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/**
 * Asks the database whether the application can work with it, without Hibernate, which
 * would end the application for a missing table.
 */
@Component
public class SchemaProbe {

	private static final List<String> TABLES = List.of("run", "source_file", "slice", "serving_run",
			"consumer_position", "source_watermark", "rejected_row", "dead_letter", "dataset_total", "rule_count",
			"plan", "rate_by_age", "rate_by_issuer", "rate_by_rating_area", "plan_rate", "rate_histogram",
			"histogram_bucket", "rate_percentile", "rate_percentile_stale");

	private final DataSource dataSource;

	SchemaProbe(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Looks at every table the application uses.
	 * @throws SQLException if the server does not answer, or a table is not there or may
	 * not be read
	 */
	public void check() throws SQLException {
		try (Connection connection = this.dataSource.getConnection();
				Statement statement = connection.createStatement()) {
			for (String table : TABLES) {
				statement.executeQuery("select 1 from " + table + " where 1 = 0").close();
			}
		}
	}

}
