package io.planstream.benchmark.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs queries on one connection and looks at how the server would run them. Not
 * thread-safe.
 */
final class QueryMeter {

	/** Rows that a query may read from end to end. */
	static final long SCAN_LIMIT = 100_000;

	private final Connection connection;

	private final int runs;

	QueryMeter(Connection connection, int runs) {
		this.connection = connection;
		this.runs = runs;
	}

	Measurement measure(Question query, Filter filter) throws SQLException {
		String sql = query.sql(filter);
		List<Duration> times = new ArrayList<>();
		int rows = 0;
		for (int run = 0; run < this.runs; run++) {
			long start = System.nanoTime();
			rows = countRows(sql);
			times.add(Duration.ofNanos(System.nanoTime() - start));
		}
		times.sort(null);
		return new Measurement(query, filter, times, rows, longScans(sql));
	}

	private int countRows(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			int rows = 0;
			while (result.next()) {
				rows++;
			}
			return rows;
		}
	}

	/** Scans of a table or of a whole index; results kept in between have no name. */
	private List<String> longScans(String sql) throws SQLException {
		List<String> scans = new ArrayList<>();
		try (Statement statement = this.connection.createStatement();
				ResultSet step = statement.executeQuery(explain() + sql)) {
			while (step.next()) {
				String table = step.getString("table");
				String type = step.getString("type");
				boolean whole = "ALL".equals(type) || "index".equals(type);
				if (whole && table != null && !table.startsWith("<") && step.getLong("rows") > SCAN_LIMIT) {
					scans.add("scans " + table + ", " + step.getLong("rows") + " rows");
				}
			}
		}
		return scans;
	}

	private String explain() throws SQLException {
		String version = this.connection.getMetaData().getDatabaseProductVersion().toLowerCase(Locale.ROOT);
		return version.contains("mariadb") ? "explain " : "explain format=traditional ";
	}

}
