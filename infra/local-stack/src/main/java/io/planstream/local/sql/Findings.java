package io.planstream.local.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import io.planstream.local.terminal.TextTable;

/**
 * The most telling results in a few small tables, read from the views as a dashboard
 * reads them. For one thread.
 */
public final class Findings {

	private static final Duration PERCENTILES_LIMIT = Duration.ofSeconds(10);

	private static final String WITHOUT_MEDIAN = "select count(*) from v_premium_by_state where rates > 0 and median_premium is null";

	private static final String STATES = """
			select state_code as state, format(rates, 0) as rates, average_premium as average, p25_premium as p25,
			       median_premium as median, p75_premium as p75
			from (select t.*, row_number() over (order by average_premium desc, state_code) as from_top,
			             row_number() over (order by average_premium, state_code) as from_bottom
			      from v_premium_by_state t
			      where coverage = 'Medical' and average_premium is not null
			        and business_year = (select max(business_year) from v_premium_by_state where coverage = 'Medical')) r
			where from_top <= 5 or from_bottom <= 5
			order by average_premium desc, state_code
			""";

	private static final String METAL_LEVELS = """
			select metal_level as `metal level`, business_year as year, format(sum(rates), 0) as rates,
			       cast(sum(total_premium) / sum(rates) as decimal(14, 2)) as average,
			       min(min_premium) as lowest, max(max_premium) as highest
			from v_premium where coverage = 'Medical' and rates > 0
			group by metal_level, business_year
			order by field(metal_level, 'Catastrophic', 'Bronze', 'Silver', 'Gold', 'Platinum'), metal_level, business_year
			""";

	private static final String AGES = """
			select age, format(sum(rates), 0) as rates, cast(sum(total_premium) / sum(rates) as decimal(14, 2)) as average
			from v_premium_by_age
			where coverage = 'Medical' and rates > 0
			  and age in ('0-14', '0-20', '21', '30', '40', '50', '60', '65 and over', '64 and over')
			group by age
			order by cast(substring_index(substring_index(age, '-', 1), ' ', 1) as unsigned)
			""";

	private static final String TRUST = """
			select business_year as year, coverage, format(sum(rates) + sum(set_aside), 0) as `rate rows`,
			       format(sum(set_aside), 0) as `set aside (no price)`,
			       concat(round(100 * sum(set_aside) / (sum(rates) + sum(set_aside)), 2), ' %') as share
			from v_premium group by business_year, coverage order by business_year, coverage
			""";

	private static final String TRANSITIONS = """
			select business_year - 1 as `plans of`, coverage, format(sum(plans), 0) as plans,
			       concat(round(100 * sum(case when outcome = 'Kept' then plans else 0 end) / sum(plans), 1), ' %') as kept,
			       concat(round(100 * sum(case when outcome = 'Replaced' then plans else 0 end) / sum(plans), 1), ' %') as replaced,
			       concat(round(100 * sum(case when outcome = 'Ended' then plans else 0 end) / sum(plans), 1), ' %') as ended
			from v_plan_transitions group by business_year, coverage order by business_year, coverage
			""";

	private final Connection connection;

	private final Terminal terminal;

	/**
	 * Reads from a database.
	 * @param connection an account that may read the views
	 * @param terminal where the tables go
	 */
	public Findings(Connection connection, Terminal terminal) {
		this.connection = connection;
		this.terminal = terminal;
	}

	/**
	 * Shows all tables. Percentiles follow the figures they are made of by a moment,
	 * which this waits for.
	 */
	public void show() {
		awaitPercentiles();
		show("Medical premiums by state, newest year: the five highest and the five lowest averages", STATES);
		show("Medical premiums by metal level and year", METAL_LEVELS);
		show("How medical premiums grow with age", AGES);
		show("What became of the plans in the next year", TRANSITIONS);
		show("Which rows are kept out of the figures because they carry no price", TRUST);
	}

	private void awaitPercentiles() {
		Instant limit = Instant.now().plus(PERCENTILES_LIMIT);
		while (count(WITHOUT_MEDIAN) > 0 && Instant.now().isBefore(limit)) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
	}

	private long count(String sql) {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
		catch (SQLException ex) {
			throw notRead(ex);
		}
	}

	private void show(String title, String sql) {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			int columns = result.getMetaData().getColumnCount();
			List<String> header = new ArrayList<>();
			for (int column = 1; column <= columns; column++) {
				header.add(result.getMetaData().getColumnLabel(column));
			}
			TextTable table = new TextTable(header);
			boolean any = false;
			while (result.next()) {
				table.row(row(result, columns));
				any = true;
			}
			if (any) {
				this.terminal.line("");
				this.terminal.line(title);
				this.terminal.line(table.plain());
			}
		}
		catch (SQLException ex) {
			throw notRead(ex);
		}
	}

	private static Problem notRead(SQLException ex) {
		return new Problem("RESULTS_NOT_READ", "Cannot read the results: " + ex.getMessage(),
				"Look at the views with ./planstream mysql.", ex);
	}

	private static List<String> row(ResultSet result, int columns) throws SQLException {
		List<String> row = new ArrayList<>();
		for (int column = 1; column <= columns; column++) {
			String value = result.getString(column);
			row.add((value != null) ? value : "-");
		}
		return row;
	}

}
