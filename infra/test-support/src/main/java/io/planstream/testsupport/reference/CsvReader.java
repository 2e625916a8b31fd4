package io.planstream.testsupport.reference;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV a character at a time, as RFC 4180 says: a quote at the start of a field
 * opens a quoted one, in which commas and line breaks are text and a doubled quote is
 * one. Beyond it, quotes inside an unquoted field and text after a closing quote are
 * taken as they are; lines end with LF, CRLF or CR; blank lines and a byte order mark are
 * skipped.
 */
final class CsvReader implements Closeable {

	private static final int END = -1;

	private final Reader in;

	private int next;

	CsvReader(Path file) throws IOException {
		this(Files.newBufferedReader(file, StandardCharsets.UTF_8));
	}

	CsvReader(Reader in) throws IOException {
		this.in = new BufferedReader(in);
		this.next = this.in.read();
		if (this.next == '\ufeff') {
			advance();
		}
	}

	/**
	 * Read a record.
	 * @return its fields, or null at the end of the file
	 * @throws IOException if the file cannot be read, or a quote is never closed
	 */
	List<String> read() throws IOException {
		while (isLineEnd()) {
			advance();
		}
		if (this.next == END) {
			return null;
		}
		List<String> fields = new ArrayList<>();
		fields.add(readField());
		while (this.next == ',') {
			advance();
			fields.add(readField());
		}
		return fields;
	}

	private String readField() throws IOException {
		StringBuilder field = new StringBuilder();
		if (this.next == '"') {
			advance();
			readQuoted(field);
		}
		while (this.next != ',' && this.next != END && !isLineEnd()) {
			field.append((char) advance());
		}
		return field.toString();
	}

	private void readQuoted(StringBuilder field) throws IOException {
		while (this.next != END) {
			int character = advance();
			if (character == '"' && this.next != '"') {
				return;
			}
			if (character == '"') {
				advance();
			}
			field.append((char) character);
		}
		throw new IOException("A quote is never closed");
	}

	private boolean isLineEnd() {
		return this.next == '\n' || this.next == '\r';
	}

	private int advance() throws IOException {
		int character = this.next;
		this.next = this.in.read();
		return character;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
