package io.planstream.benchmark.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.planstream.benchmark.contender.Amount;
import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.contender.Label;
import io.planstream.benchmark.contender.Trial;
import io.planstream.benchmark.ground.Ground;
import io.planstream.benchmark.ground.Sample;
import io.planstream.benchmark.ground.Servers;
import io.planstream.benchmark.measure.ProcessMeter;
import io.planstream.benchmark.measure.Repetition;

/**
 * {@code LOAD DATA LOCAL INFILE} of the needed columns, then grouping, on the same
 * server. The fast way for a file that is whole, is loaded once, and of which nobody asks
 * whether all rows are there.
 */
public enum LoadData implements Contender {

	/** One table of rates and one {@code GROUP BY} over year, state, age and tobacco. */
	ONE_QUESTION("load-data",
			"LOAD DATA of the needed columns of Rate.csv, and one GROUP BY year, state, age, tobacco") {

		@Override
		long load(LoadedTables tables, Sample sample) throws SQLException {
			long rows = tables.loadRates(sample);
			tables.execute(Aggregates.ONE);
			return rows;
		}

	},

	/**
	 * Rates and plans, and a {@code GROUP BY} over their join for each of the seven
	 * tables that PlanStream keeps of rates. As near as SQL comes: buckets of the
	 * histogram are cut by a logarithm, and data rules, rejects and exactly-once are left
	 * out. With a quarter of the rows, for it takes long.
	 */
	ALL_QUESTIONS("load-data-all",
			"LOAD DATA of one row in 4 of Rate.csv, and PlanAttributes.csv, and the seven aggregates of rates") {

		@Override
		public Amount amount() {
			return Amount.part(0.25);
		}

		@Override
		long load(LoadedTables tables, Sample sample) throws SQLException, IOException {
			tables.loadPlans(sample, header(sample));
			long rows = tables.loadRates(sample);
			for (String statement : Aggregates.statements()) {
				tables.execute(statement);
			}
			return rows;
		}

	};

	private final Label label;

	LoadData(String id, String title) {
		this.label = new Label(id, "sql", title);
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public Trial begin(Ground ground) {
		Servers servers = ground.servers();
		return (rounds) -> {
			try (Connection connection = servers.connect()) {
				return rounds.run((sample) -> run(servers, connection, sample));
			}
		};
	}

	private Repetition run(Servers servers, Connection connection, Sample sample) throws Exception {
		LoadedTables tables = new LoadedTables(connection);
		tables.drop(Aggregates.tables());
		ProcessMeter meter = ProcessMeter.begin(servers.with(Map.of("client", ProcessHandle.current())));
		long begun = System.nanoTime();
		long rows = load(tables, sample);
		double seconds = (System.nanoTime() - begun) / 1e9;
		Repetition repetition = new Repetition(rows, seconds, meter.end());
		tables.drop(Aggregates.tables());
		return repetition.requireRows(sample.rateRows());
	}

	/** Returns how many rates were loaded. */
	abstract long load(LoadedTables tables, Sample sample) throws SQLException, IOException;

	private static List<String> header(Sample sample) throws IOException {
		try (BufferedReader reader = Files.newBufferedReader(sample.plans(), StandardCharsets.UTF_8)) {
			return List.of(reader.readLine().split(","));
		}
	}

}
