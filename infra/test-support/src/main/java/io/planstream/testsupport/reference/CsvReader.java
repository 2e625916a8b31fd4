package io.planstream.testsupport.reference;

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

	private final char[] buffer = new char[1 << 16];

	private int position;

	private int limit;

	private int next;

	private long line = 1;

	private long recordLine;

	CsvReader(Path file) throws IOException {
		this(Files.newBufferedReader(file, StandardCharsets.UTF_8));
	}

	CsvReader(Reader in) throws IOException {
		this.in = in;
		this.next = readCharacter();
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
		this.recordLine = this.line;
		List<String> fields = new ArrayList<>();
		fields.add(readField());
		while (this.next == ',') {
			advance();
			fields.add(readField());
		}
		return fields;
	}

	/** The line that the record read last begins on; the first one is 1. */
	long recordLine() {
		return this.recordLine;
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
		this.next = readCharacter();
		if (character == '\n' || (character == '\r' && this.next != '\n')) {
			this.line++;
		}
		return character;
	}

	private int readCharacter() throws IOException {
		if (this.position == this.limit) {
			this.position = 0;
			this.limit = this.in.read(this.buffer);
			if (this.limit == END) {
				this.limit = 0;
				return END;
			}
		}
		return this.buffer[this.position++];
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
