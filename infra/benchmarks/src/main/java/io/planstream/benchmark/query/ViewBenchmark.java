package io.planstream.benchmark.query;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks every view what the charts of the dashboards ask, without a filter, for the last
 * year and for the biggest state of that year, and prints how long it took. It needs an
 * account that may explain the views: the migrator, or an administrator.
 *
 * <p>
 * Arguments: JDBC URL with the schema, user, and optionally how often each query is run
 * and the limit in milliseconds. The password is in the environment variable
 * {@value #PASSWORD}. Ends with 1 if the median of a query is above the limit or it reads
 * more than 100,000 rows of a table from end to end, and with 2 if it cannot measure.
 */
public final class ViewBenchmark {

	/** The environment variable of the password. */
	public static final String PASSWORD = "PLANSTREAM_BENCHMARK_PASSWORD";

	private static final int RUNS = 5;

	private static final Duration LIMIT = Duration.ofMillis(200);

	private ViewBenchmark() {
	}

	/**
	 * Measures and ends the process.
	 * @param args URL, user, runs, limit
	 */
	public static void main(String[] args) {
		System.exit(run(args, System.getenv(), System.out));
	}

	/**
	 * Measures.
	 * @param args URL, user, runs, limit
	 * @param environment holds the password
	 * @param out takes the figures
	 * @return the exit code
	 */
	public static int run(String[] args, Map<String, String> environment, PrintStream out) {
		if (args.length < 2) {
			out.println("Usage: URL USER [RUNS [LIMIT_MS]], the password in " + PASSWORD);
			return 2;
		}
		int runs = (args.length > 2) ? Integer.parseInt(args[2]) : RUNS;
		Duration limit = (args.length > 3) ? Duration.ofMillis(Long.parseLong(args[3])) : LIMIT;
		try (Connection connection = DriverManager.getConnection(args[0], args[1],
				environment.getOrDefault(PASSWORD, ""))) {
			return measure(connection, runs, limit, out);
		}
		catch (SQLException ex) {
			out.println("Cannot measure: " + ex.getMessage());
			return 2;
		}
	}

	private static int measure(Connection connection, int runs, Duration limit, PrintStream out) throws SQLException {
		List<Filter> filters = filters(connection);
		if (filters.isEmpty()) {
			out.println("There are no rates to ask for: ingest some first.");
			return 2;
		}
		out.println(connection.getMetaData().getDatabaseProductVersion() + ", each query " + runs + " times");
		out.println("%-28s %-40s %-11s %7s %7s %7s".formatted("view", "chart", "filter", "median", "max ms", "rows"));
		QueryMeter meter = new QueryMeter(connection, runs);
		List<Measurement> broken = new ArrayList<>();
		for (Question question : questions()) {
			for (Filter filter : question.filtered() ? filters : List.of(Filter.NONE)) {
				Measurement measurement = meter.measure(question, filter);
				out.println(measurement.line());
				if (!measurement.keeps(limit)) {
					broken.add(measurement);
				}
			}
		}
		return conclude(broken, limit, out);
	}

	private static int conclude(List<Measurement> broken, Duration limit, PrintStream out) {
		if (broken.isEmpty()) {
			out.println("Every query answers within " + limit.toMillis() + " ms and scans no long table.");
			return 0;
		}
		out.println("Above " + limit.toMillis() + " ms, or scanning more than " + QueryMeter.SCAN_LIMIT + " rows:");
		broken.forEach((measurement) -> out.println(measurement.line()));
		return 1;
	}

	/** The charts of the dashboards, and those of views that no dashboard shows. */
	static List<Question> questions() {
		return Stream.<Question>concat(DashboardChart.all().stream(), ChartQueries.all().stream()).toList();
	}

	private static List<Filter> filters(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery("""
				select business_year, state_code from v_premium
				group by business_year, state_code order by business_year desc, sum(rates) desc limit 1""")) {
			if (!result.next()) {
				return List.of();
			}
			int year = result.getInt(1);
			return List.of(Filter.NONE, new Filter(year, null), new Filter(year, result.getString(2)));
		}
	}

}
