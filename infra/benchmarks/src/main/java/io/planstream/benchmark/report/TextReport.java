package io.planstream.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report for people.
 */
public final class TextReport {

	private final Report report;

	/**
	 * The text of a report.
	 * @param report the report
	 */
	public TextReport(Report report) {
		this.report = report;
	}

	/**
	 * The lines.
	 * @return what to print
	 */
	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add(this.report.machine().inWords());
		lines.add(this.report.versions().inWords());
		lines.add("");
		lines.add(Grid.speeds(this.report.results()).plain());
		Grid figures = Grid.figures(this.report.results());
		if (!figures.isEmpty()) {
			lines.add("");
			lines.add(figures.plain());
		}
		lines.add("");
		lines.addAll(titles());
		if (!this.report.verdicts().isEmpty()) {
			lines.add("");
			this.report.verdicts().stream().map(Verdict::line).forEach(lines::add);
		}
		return lines;
	}

	private List<String> titles() {
		return this.report.results()
			.stream()
			.map((result) -> String.format(Locale.ROOT, "  %-20s %s", result.name(),
					(result.failure() != null) ? "FAILED: " + result.failure() : result.title()))
			.toList();
	}

}
