package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The data rows of a CSV file, their fields found by the names in its header.
 */
final class CsvRows {

	static final String UNKNOWN = "Unknown";

	private final Map<String, Integer> columns;

	private List<String> fields = List.of();

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
				visitor.accept(row);
			}
		}
	}

	/** A field without blanks around it. */
	String text(String column) {
		Integer position = this.columns.get(column);
		if (position == null) {
			throw new IllegalArgumentException("The file has no column " + column);
		}
		return this.fields.get(position).strip();
	}

	/** A field, or {@code Unknown} if it is blank. */
	String known(String column) {
		String text = text(column);
		return text.isEmpty() ? UNKNOWN : text;
	}

	int number(String column) {
		return Integer.parseInt(text(column));
	}

}
