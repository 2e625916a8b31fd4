package io.planstream.benchmark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.planstream.benchmark.measure.Result;
import io.planstream.local.home.Json;
import io.planstream.local.terminal.Problem;

/**
 * All that one run of the benchmark measured.
 *
 * @param startedAt when it began, ISO 8601
 * @param command what was typed
 * @param machine what it ran on
 * @param versions versions by the name of the part
 * @param scale the scale that was asked for; 1 is the size of the real data set
 * @param results one for each contender
 * @param verdicts promises that can be judged by these results
 */
public record Report(String startedAt, String command, Machine machine, Versions versions, double scale,
		List<Result> results, List<Verdict> verdicts) {

	/**
	 * Judges results.
	 * @param startedAt when it began, ISO 8601
	 * @param command what was typed
	 * @param machine what it ran on
	 * @param scale the scale that was asked for
	 * @param results one for each contender
	 * @return the report
	 */
	public static Report of(String startedAt, String command, Machine machine, double scale, List<Result> results) {
		return new Report(startedAt, command, machine, Versions.current(), scale, List.copyOf(results),
				Promises.of(results));
	}

	/**
	 * Whether every contender could be measured.
	 * @return false if one failed
	 */
	public boolean complete() {
		return this.results.stream().allMatch((result) -> result.failure() == null);
	}

	/**
	 * Writes it as JSON.
	 * @param file the file, replaced if it exists
	 */
	public void writeJson(Path file) {
		write(file, Json.MAPPER.writeValueAsString(this) + "\n");
	}

	/**
	 * Writes the chart.
	 * @param file the file, replaced if it exists
	 */
	public void writeSvg(Path file) {
		write(file, new SvgChart(this).text());
	}

	/**
	 * Puts tables into a page, in the place of those of an earlier run, between the lines
	 * {@code <!-- figures: begin -->} and {@code <!-- figures: end -->}.
	 * @param page the page, in Markdown
	 * @param svg the chart that it shows, or null
	 * @param json the figures that it links to, or null
	 */
	public void writeInto(Path page, Path svg, Path json) {
		List<String> links = new ArrayList<>();
		if (svg != null) {
			links.add("![Rows per second, side by side](" + relative(page, svg) + ")");
		}
		if (json != null) {
			links.add("[All figures as JSON](" + relative(page, json) + ")");
		}
		write(page, Page.with(read(page), this, links));
	}

	/**
	 * Fails if a page cannot take tables.
	 * @param page the page, in Markdown
	 */
	public static void requirePlace(Path page) {
		Page.requirePlace(read(page));
	}

	private static String relative(Path page, Path file) {
		return page.toAbsolutePath()
			.normalize()
			.getParent()
			.relativize(file.toAbsolutePath().normalize())
			.toString()
			.replace('\\', '/');
	}

	private static String read(Path page) {
		try {
			return Files.readString(page, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new Problem("PAGE_NOT_READ", "Cannot read " + page + ": " + ex.getMessage(),
					"Name a page that exists, such as docs/benchmark.md.", ex);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, text, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new Problem("REPORT_NOT_WRITTEN", "Cannot write " + file + ": " + ex.getMessage(),
					"Name a file in a folder that can be written.", ex);
		}
	}

}
