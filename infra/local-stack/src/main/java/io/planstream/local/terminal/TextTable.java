package io.planstream.local.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table for people: columns as wide as their longest value, numbers to the right. Not
 * thread-safe.
 */
public final class TextTable {

	private final List<String> header;

	private final List<List<String>> rows = new ArrayList<>();

	/**
	 * Makes a table without rows.
	 * @param header the names of the columns
	 */
	public TextTable(List<String> header) {
		this.header = List.copyOf(header);
	}

	/**
	 * Adds a row.
	 * @param values one text for each column
	 * @return this table
	 */
	public TextTable row(List<String> values) {
		if (values.size() != this.header.size()) {
			throw new IllegalArgumentException(values.size() + " values for " + this.header.size() + " columns");
		}
		this.rows.add(List.copyOf(values));
		return this;
	}

	/**
	 * The table with a line below its header, indented by two spaces.
	 * @return lines
	 */
	public String plain() {
		List<String> lines = new ArrayList<>();
		lines.add(indented(this.header));
		lines.add(rule("  ", "  ", ""));
		this.rows.forEach((row) -> lines.add(indented(row)));
		return lines.stream().map(String::stripTrailing).collect(Collectors.joining(System.lineSeparator()));
	}

	/**
	 * The table in a frame, as database clients show it.
	 * @param withHeader whether the names of the columns are shown
	 * @return lines
	 */
	public String framed(boolean withHeader) {
		List<String> lines = new ArrayList<>();
		String rule = rule("+-", "-+-", "-+");
		lines.add(rule);
		if (withHeader) {
			lines.add(cells(this.header, "| ", " | ", " |"));
			lines.add(rule);
		}
		this.rows.forEach((row) -> lines.add(cells(row, "| ", " | ", " |")));
		lines.add(rule);
		return String.join(System.lineSeparator(), lines);
	}

	private String indented(List<String> values) {
		return cells(values, "  ", "  ", "");
	}

	private String cells(List<String> values, String before, String between, String after) {
		List<String> cells = new ArrayList<>();
		for (int column = 0; column < values.size(); column++) {
			String value = values.get(column);
			String fill = " ".repeat(width(column) - value.length());
			cells.add(isNumeric(column) ? fill + value : value + fill);
		}
		return before + String.join(between, cells) + after;
	}

	private String rule(String before, String between, String after) {
		List<String> dashes = new ArrayList<>();
		for (int column = 0; column < this.header.size(); column++) {
			dashes.add("-".repeat(width(column)));
		}
		return before + String.join(between, dashes) + after;
	}

	private int width(int column) {
		int width = this.header.get(column).length();
		for (List<String> row : this.rows) {
			width = Math.max(width, row.get(column).length());
		}
		return width;
	}

	private boolean isNumeric(int column) {
		return !this.rows.isEmpty() && this.rows.stream()
			.map((row) -> row.get(column))
			.allMatch((value) -> value.matches("[-+]?[0-9][0-9,.]*( %)?|NULL|-|"));
	}

}
