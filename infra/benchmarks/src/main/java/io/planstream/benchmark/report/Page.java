package io.planstream.benchmark.report;

import java.util.ArrayList;
import java.util.List;

import io.planstream.local.terminal.Problem;

/**
 * A page in Markdown that shows the figures of one run between two marks. The rest of the
 * page is the author's.
 */
final class Page {

	private static final String BEGIN = "<!-- figures: begin -->";

	private static final String END = "<!-- figures: end -->";

	private Page() {
	}

	/**
	 * Puts the figures in the place of those of an earlier run.
	 * @param page the text of the page
	 * @param links the files of the chart and of all figures, relative to the page, as
	 * far as they are written
	 */
	static String with(String page, Report report, List<String> links) {
		requirePlace(page);
		return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + "\n"
				+ String.join("\n", figures(report, links)) + "\n" + page.substring(page.indexOf(END));
	}

	static void requirePlace(String page) {
		int begin = page.indexOf(BEGIN);
		if (begin < 0 || page.indexOf(END) < begin) {
			throw new Problem("NO_PLACE_FOR_FIGURES", "The page has no place for the figures",
					"Put the lines " + BEGIN + " and " + END + " where they belong.");
		}
	}

	private static List<String> figures(Report report, List<String> links) {
		List<String> lines = new ArrayList<>();
		lines.add("Measured on " + report.startedAt().substring(0, 10) + " by `" + report.command() + "`: "
				+ report.machine().inWords() + ". " + report.versions().inWords() + ".");
		links.forEach((link) -> {
			lines.add("");
			lines.add(link);
		});
		lines.add("");
		lines.addAll(Grid.speeds(report.results()).markdown());
		Grid figures = Grid.figures(report.results());
		if (!figures.isEmpty()) {
			lines.add("");
			lines.addAll(figures.markdown());
		}
		report.results()
			.stream()
			.filter((result) -> result.failure() != null)
			.forEach((result) -> lines.addAll(List.of("", "Failed: `" + result.name() + "`. " + result.failure())));
		if (!report.verdicts().isEmpty()) {
			lines.addAll(List.of("", "```text"));
			report.verdicts().stream().map(Verdict::line).forEach(lines::add);
			lines.add("```");
		}
		return lines;
	}

}
