package io.planstream.benchmark.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.planstream.benchmark.ground.Sample;

/**
 * Tables that files are loaded into. For one thread.
 */
final class LoadedTables {

	private static final List<String> TABLES = List.of("bench_rate", "bench_plan");

	private static final String RATE = """
			create table bench_rate (
			  business_year smallint not null, state_code char(2) not null, issuer_id int not null,
			  plan_id char(14) not null, rating_area varchar(40) not null, tobacco varchar(40) not null,
			  age varchar(24) not null, rate decimal(10,2), tobacco_rate decimal(10,2)
			)""";

	private static final String PLAN = """
			create table bench_plan (
			  business_year smallint not null, plan_id char(14) not null, metal_level varchar(40) not null,
			  market varchar(40) not null, coverage varchar(16) not null,
			  primary key (business_year, plan_id)
			)""";

	private static final String LOAD = """
			load data local infile '%s' ignore into table %s character set utf8mb4
			fields terminated by ',' optionally enclosed by '"' ignore 1 lines
			""";

	private static final String RATE_COLUMNS = """
			(business_year, state_code, issuer_id, @3, @4, @5, @6, @7, @8, @9, plan_id, rating_area, tobacco, age, @rate,
			@tobacco_rate) set rate = nullif(@rate, ''), tobacco_rate = nullif(@tobacco_rate, '')""";

	private final Connection connection;

	LoadedTables(Connection connection) {
		this.connection = connection;
	}

	/** The nine columns of rates that PlanStream reads too. */
	long loadRates(Sample sample) throws SQLException {
		execute(RATE);
		return execute(load(sample.rates(), "bench_rate") + RATE_COLUMNS);
	}

	/** What rates borrow from their plans; of several variants the first. */
	long loadPlans(Sample sample, List<String> header) throws SQLException {
		execute(PLAN);
		return execute(load(sample.plans(), "bench_plan") + planColumns(header));
	}

	private static String planColumns(List<String> header) {
		StringBuilder columns = new StringBuilder("(");
		for (String column : header) {
			columns.append((columns.length() == 1) ? "" : ", ").append("@").append(column);
		}
		return columns + """
				) set business_year = @BusinessYear, plan_id = @StandardComponentId, metal_level = @MetalLevel,
				market = @MarketCoverage, coverage = if(@DentalOnlyPlan = 'Yes', 'Dental', 'Medical')""";
	}

	private static String load(Path file, String table) {
		return LOAD.formatted(file.toString().replace("\\", "\\\\").replace("'", "\\'"), table);
	}

	long execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			return statement.executeLargeUpdate(sql);
		}
	}

	void drop(List<String> others) throws SQLException {
		for (List<String> tables : List.of(TABLES, others)) {
			for (String table : tables) {
				execute("drop table if exists " + table);
			}
		}
	}

}
