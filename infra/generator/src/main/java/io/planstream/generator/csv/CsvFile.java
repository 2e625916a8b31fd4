package io.planstream.generator.csv;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A CSV file of a few columns, written row by row. Not safe for use by several threads.
 */
public final class CsvFile implements AutoCloseable {

	private final CsvBytes csv;

	private long rows;

	/**
	 * Begin a file with its header.
	 * @param out where to write, closed with the file
	 * @param header the column names, comma separated
	 * @throws IOException if it cannot be written
	 */
	public CsvFile(OutputStream out, String header) throws IOException {
		this.csv = new CsvBytes(out);
		write(header.split(","));
		this.rows = 0;
	}

	/**
	 * Write a row.
	 * @param fields its fields, empty for a blank one
	 * @throws IOException if it cannot be written
	 */
	public void write(String... fields) throws IOException {
		for (int i = 0; i < fields.length; i++) {
			if (i > 0) {
				this.csv.raw(',');
			}
			this.csv.field(fields[i]);
		}
		this.csv.raw('\n');
		this.rows++;
	}

	/**
	 * The rows written, without the header.
	 * @return the number of rows
	 */
	public long rows() {
		return this.rows;
	}

	/**
	 * The bytes written, with the header.
	 * @return the size of the file
	 */
	public long size() {
		return this.csv.size();
	}

	@Override
	public void close() throws IOException {
		this.csv.close();
	}

}
