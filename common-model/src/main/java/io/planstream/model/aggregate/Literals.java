package io.planstream.model.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes values into a statement, the same for MySQL and MariaDB in every
 * {@code sql_mode}.
 */
final class Literals {

	private static final String VALUES = " values ";

	private static final int CHARACTERS_PER_VALUE = 8;

	private Literals() {
	}

	/**
	 * One statement for many rows.
	 * @param sql an insert of one row of parameters
	 * @param rows the parameters
	 * @return the statement without a parameter
	 */
	static String insert(String sql, List<Object[]> rows) {
		int head = sql.indexOf(VALUES) + VALUES.length();
		String tail = sql.substring(sql.indexOf(')', head) + 1);
		StringBuilder text = new StringBuilder(sql.length() + rows.size() * rows.get(0).length * CHARACTERS_PER_VALUE);
		text.append(sql, 0, head);
		for (Object[] row : rows) {
			char separator = '(';
			for (Object value : row) {
				append(text.append(separator), value);
				separator = ',';
			}
			text.append("),");
		}
		text.setLength(text.length() - 1);
		return text.append(tail).toString();
	}

	static void append(StringBuilder text, Object value) {
		if (value instanceof Long number) {
			text.append(number.longValue());
		}
		else if (value instanceof Integer number) {
			text.append(number.intValue());
		}
		else if (value instanceof String string) {
			appendText(text, string);
		}
		else if (value == null || value instanceof Boolean) {
			text.append(value);
		}
		else if (value instanceof LocalDate date) {
			text.append('\'').append(date).append('\'');
		}
		else if (value instanceof LocalDateTime time) {
			text.append('\'').append(time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME).replace('T', ' ')).append('\'');
		}
		else {
			throw new IllegalArgumentException("Not a value of an aggregate table: " + value.getClass());
		}
	}

	/**
	 * What is not plain is written as the hexadecimal digits of its bytes: no rule of
	 * escaping has to be right.
	 */
	private static void appendText(StringBuilder text, String string) {
		if (isPlain(string)) {
			text.append('\'').append(string).append('\'');
		}
		else {
			text.append("_utf8mb4 x'");
			text.append(HexFormat.of().formatHex(string.getBytes(StandardCharsets.UTF_8))).append('\'');
		}
	}

	private static boolean isPlain(String string) {
		for (int i = 0; i < string.length(); i++) {
			char character = string.charAt(i);
			if (character < ' ' || character > '~' || character == '\'' || character == '\\') {
				return false;
			}
		}
		return true;
	}

}
