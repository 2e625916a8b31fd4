package io.planstream.generator.attributes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.generator.csv.CsvBytes;

/**
 * A row of 176 columns, set by name and written in the order of the file. Used again for
 * each row.
 */
final class AttributeRow {

	private static final List<String> COLUMNS = readColumns();

	private final Map<String, Integer> positions = new HashMap<>();

	private final String[] values = new String[COLUMNS.size()];

	AttributeRow() {
		for (int position = 0; position < COLUMNS.size(); position++) {
			this.positions.put(COLUMNS.get(position), position);
		}
		clear();
	}

	static String header() {
		return String.join(",", COLUMNS);
	}

	/** Make all columns blank. */
	void clear() {
		Arrays.fill(this.values, "");
	}

	/** Set columns to a value. */
	void set(String value, String... columns) {
		for (String column : columns) {
			this.values[this.positions.get(column)] = value;
		}
	}

	void write(CsvBytes csv) throws IOException {
		for (int position = 0; position < this.values.length; position++) {
			if (position > 0) {
				csv.raw(',');
			}
			csv.field(this.values[position]);
		}
		csv.raw('\n');
	}

	private static List<String> readColumns() {
		try (InputStream in = AttributeRow.class.getResourceAsStream("columns.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The list of columns is part of the library", ex);
		}
	}

}
