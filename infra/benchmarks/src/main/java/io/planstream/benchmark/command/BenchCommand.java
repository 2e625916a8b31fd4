package io.planstream.benchmark.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.planstream.benchmark.contender.Contender;
import io.planstream.benchmark.parts.RateParts;
import io.planstream.benchmark.report.Report;
import io.planstream.benchmark.report.TextReport;
import io.planstream.local.terminal.Problem;
import io.planstream.local.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures PlanStream beside what people would use instead.
 */
@Command(name = "planstream bench", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Measure PlanStream beside what people would use instead, on this machine and in one run.",
		"Contenders take turns, and each gets a new broker and a new database with the settings of the local stack, and "
				+ "new processes, for each repetition. These do the work once with fewer rows, which does not count, before they are "
				+ "measured; whole-cold, whole-all, resume and latency have no such warm-up. What it starts it stops, "
				+ "and its files it deletes, also on Ctrl-C.",
		"Exit code 0 if all contenders could be measured, whatever the figures are." })
final class BenchCommand implements Callable<Integer> {

	private final String typed;

	@Option(names = "--scale", paramLabel = "S", defaultValue = "0.2",
			description = "Size of the files; 1 is the size of the real data set, 18.1 million rows (default: ${DEFAULT-VALUE}).")
	private double scale;

	@Option(names = "--rows", paramLabel = "N", defaultValue = "200000",
			description = "About how many rates slow contenders get at the most (default: ${DEFAULT-VALUE}).")
	private long rows;

	@Option(names = "--only", paramLabel = "NAME",
			description = "Measure this contender, or all of this group; may be given several times.")
	private List<String> only = new ArrayList<>();

	@Option(names = "--repeat", paramLabel = "N", defaultValue = "3",
			description = "How often each is measured (default: ${DEFAULT-VALUE}).")
	private int repeat;

	@Option(names = "--list", description = "List the contenders by group and measure nothing.")
	private boolean list;

	@Option(names = "--parts",
			description = "Measure what is done with each row, step by step and in one thread by JMH, and nothing else.")
	private boolean parts;

	@Option(names = "--json", paramLabel = "FILE", description = "Write all figures to a file.")
	private Path json;

	@Option(names = "--svg", paramLabel = "FILE", description = "Write a chart of the rows per second to a file.")
	private Path svg;

	@Option(names = "--page", paramLabel = "FILE",
			description = "Put tables, and links to the files above, into a page in Markdown, between the lines <!-- figures: begin --> and <!-- figures: end -->.")
	private Path page;

	BenchCommand(String typed) {
		this.typed = typed;
	}

	@Override
	public Integer call() throws Exception {
		Terminal terminal = Terminal.system();
		if (this.list) {
			Contenders.lines().forEach(terminal::line);
			return 0;
		}
		if (this.parts) {
			RateParts.measure();
			return 0;
		}
		List<Contender> chosen = Contenders.named(this.only);
		require(this.scale > 0 && this.scale <= 1, "The scale is above 0 and at most 1: --scale 0.2");
		require(this.rows > 0 && this.repeat > 0, "Rows and repetitions are at least 1: --rows 200000 --repeat 3");
		if (this.page != null) {
			Report.requirePlace(this.page);
		}
		Report report;
		try (Course course = new Course(terminal, new Sizes(this.scale, this.rows), this.repeat)) {
			report = course.run(chosen, this.typed, this::write);
		}
		terminal.line("");
		new TextReport(report).lines().forEach(terminal::line);
		return report.complete() ? 0 : 1;
	}

	private void write(Report report) {
		if (this.json != null) {
			report.writeJson(this.json);
		}
		if (this.svg != null) {
			report.writeSvg(this.svg);
		}
		if (this.page != null) {
			report.writeInto(this.page, this.svg, this.json);
		}
	}

	private static void require(boolean condition, String advice) {
		if (!condition) {
			throw new Problem("WRONG_SIZE", "Nothing can be measured with that size", advice);
		}
	}

}
