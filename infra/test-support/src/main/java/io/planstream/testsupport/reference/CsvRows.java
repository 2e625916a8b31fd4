package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The data rows of a CSV file, their fields found by the names in its header.
 */
final class CsvRows {

	static final String UNKNOWN = "Unknown";

	private final Map<String, Integer> columns;

	private List<String> fields = List.of();

	private long line;

	private CsvRows(List<String> header) {
		this.columns = new HashMap<>();
		for (String column : header) {
			this.columns.put(column.strip(), this.columns.size());
		}
	}

	/** Show each data row; what is shown is good only until the next one. */
	static void forEach(Path file, Consumer<CsvRows> visitor) throws IOException {
		try (CsvReader reader = new CsvReader(file)) {
			CsvRows row = new CsvRows(reader.read());
			for (List<String> fields = reader.read(); fields != null; fields = reader.read()) {
				row.fields = fields;
				row.line = reader.recordLine();
				visitor.accept(row);
			}
		}
	}

	/** Show each data row of several files. */
	static void forEach(List<Path> files, Consumer<CsvRows> visitor) throws IOException {
		for (Path file : files) {
			forEach(file, visitor);
		}
	}

	/** The names of all columns. */
	static Set<String> columnsOf(Path file) throws IOException {
		try (CsvReader reader = new CsvReader(file)) {
			return new CsvRows(reader.read()).columns();
		}
	}

	Set<String> columns() {
		return this.columns.keySet();
	}

	/** The line that the row begins on; the header is line 1. */
	long line() {
		return this.line;
	}

	/** A field as it was meant, without blanks around it. */
	String text(String column) {
		Integer position = this.columns.get(column);
		if (position == null) {
			throw new IllegalArgumentException("The file has no column " + column);
		}
		return RepairedText.of(this.fields.get(position));
	}

	/** A field of a column that files of some years lack: blank there. */
	String given(String column) {
		return this.columns.containsKey(column) ? text(column) : "";
	}

	/** A field, or {@code Unknown} if it is blank or its column is missing. */
	String known(String column) {
		String text = given(column);
		return text.isEmpty() ? UNKNOWN : text;
	}

	/** Whether a field is this word, in any case. */
	boolean says(String word, String column) {
		return given(column).equalsIgnoreCase(word);
	}

	int number(String column) {
		return Integer.parseInt(text(column));
	}

}
