package io.planstream.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.planstream.benchmark.measure.ProcessUse;
import io.planstream.benchmark.measure.Result;
import io.planstream.benchmark.measure.Spread;
import io.planstream.local.terminal.TextTable;

/**
 * Figures in rows and columns, for a terminal or for a page.
 *
 * @param header the names of the columns
 * @param rows one text for each column
 */
record Grid(List<String> header, List<List<String>> rows) {

	private static final String FORMAT = "%,.2f";

	/** A row for each contender. */
	static Grid speeds(List<Result> results) {
		Grid grid = new Grid(List.of("contender", "rows", "times", "seconds", "rows/s", "least", "most",
				"CPU s and peak MB of each process"), new ArrayList<>());
		for (Result result : results) {
			grid.rows.add(List.of(result.name(), count(result.rows()), count(result.repetitions()),
					value(result.seconds(), Spread::median, FORMAT),
					value(result.rowsPerSecond(), Spread::median, "%,.0f"),
					value(result.rowsPerSecond(), Spread::min, "%,.0f"),
					value(result.rowsPerSecond(), Spread::max, "%,.0f"), processes(result)));
		}
		return grid;
	}

	/** A row for each further figure. */
	static Grid figures(List<Result> results) {
		Grid grid = new Grid(List.of("contender", "figure", "median", "least", "most"), new ArrayList<>());
		for (Result result : results) {
			for (Map.Entry<String, Spread> figure : result.figures().entrySet()) {
				grid.rows.add(List.of(result.name(), figure.getKey(), value(figure.getValue(), Spread::median, FORMAT),
						value(figure.getValue(), Spread::min, FORMAT), value(figure.getValue(), Spread::max, FORMAT)));
			}
		}
		return grid;
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	/** For a terminal. */
	String plain() {
		TextTable table = new TextTable(this.header);
		this.rows.forEach(table::row);
		return table.plain();
	}

	/** For a page. */
	List<String> markdown() {
		List<String> lines = new ArrayList<>();
		lines.add(line(this.header));
		lines.add("|---".repeat(this.header.size()) + "|");
		this.rows.forEach((row) -> lines.add(line(row)));
		return lines;
	}

	private static String line(List<String> cells) {
		return "| " + String.join(" | ", cells) + " |";
	}

	private static String processes(Result result) {
		return result.processes()
			.stream()
			.map((use) -> use.process() + " " + number(use.cpuSeconds(), "%.1f") + " s " + peak(use))
			.collect(Collectors.joining(", "));
	}

	private static String peak(ProcessUse use) {
		return number(use.peakMegabytes(), "%.0f") + " MB";
	}

	private static String value(Spread spread, Function<Spread, Double> which, String format) {
		return number((spread != null) ? which.apply(spread) : null, format);
	}

	private static String number(Double value, String format) {
		return (value != null) ? String.format(Locale.ROOT, format, value) : "-";
	}

	private static String count(long count) {
		return String.format(Locale.ROOT, "%,d", count);
	}

}
