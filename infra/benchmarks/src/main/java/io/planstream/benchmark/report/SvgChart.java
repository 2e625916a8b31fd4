package io.planstream.benchmark.report;

import java.util.List;
import java.util.Locale;

import io.planstream.benchmark.measure.Result;
import io.planstream.benchmark.measure.Spread;

/**
 * A bar for the rows per second of each contender, with its least and most, in colours
 * that can be read on light and on dark pages.
 */
final class SvgChart {

	private static final int WIDTH = 900;

	private static final int LEFT = 180;

	private static final int RIGHT = 110;

	private static final int TOP = 62;

	private static final int ROW = 26;

	private static final int BAR = 16;

	private final Report report;

	private final List<Result> bars;

	private final double longest;

	private final StringBuilder svg = new StringBuilder();

	SvgChart(Report report) {
		this.report = report;
		this.bars = report.results().stream().filter((result) -> result.rowsPerSecond() != null).toList();
		this.longest = this.bars.stream().mapToDouble((bar) -> bar.rowsPerSecond().max()).max().orElse(1);
	}

	String text() {
		int height = TOP + this.bars.size() * ROW + 14;
		add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
				WIDTH, height, WIDTH, height);
		add("<title>Rows per second, side by side</title>");
		add("<style>text{font:13px system-ui,sans-serif;fill:#7a828c}.strong{font-weight:600;font-size:16px}"
				+ ".small{font-size:11px}.ours{fill:#2f81d8}.other{fill:#98a2ad}.range{stroke:#c77d18;stroke-width:2}</style>");
		add("<text x=\"12\" y=\"24\" class=\"strong\">Rows per second</text>");
		add("<text x=\"12\" y=\"44\" class=\"small\">%s</text>", escaped(caption()));
		for (int index = 0; index < this.bars.size(); index++) {
			addBar(this.bars.get(index), TOP + index * ROW);
		}
		add("</svg>");
		return this.svg.toString();
	}

	private String caption() {
		Machine machine = this.report.machine();
		return String.format(Locale.ROOT,
				"Scale %s, %d processors, %s; PlanStream in blue; the line is from the least to the most.",
				this.report.scale(), machine.processors(), this.report.startedAt().substring(0, 10));
	}

	private void addBar(Result bar, int top) {
		Spread speed = bar.rowsPerSecond();
		double end = position(speed.median());
		int middle = top + BAR / 2;
		add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 10, middle + 5, escaped(bar.name()));
		add("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" class=\"%s\"/>", LEFT, top,
				Math.max(1, end - LEFT), BAR, isOurs(bar) ? "ours" : "other");
		add("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" class=\"range\"/>", position(speed.min()),
				position(speed.max()), middle, middle);
		add("<text x=\"%.1f\" y=\"%d\">%,.0f</text>", position(speed.max()) + 8, middle + 5, speed.median());
	}

	private static boolean isOurs(Result bar) {
		return bar.group().equals("planstream") || bar.group().equals("growth");
	}

	private double position(double speed) {
		return LEFT + speed / this.longest * (WIDTH - LEFT - RIGHT);
	}

	private void add(String format, Object... values) {
		this.svg.append((values.length == 0) ? format : String.format(Locale.ROOT, format, values)).append('\n');
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}
