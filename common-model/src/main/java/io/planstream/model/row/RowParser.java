package io.planstream.model.row;

import io.planstream.model.csv.Fields;

/**
 * Makes rows or rejects of the records of one dataset. For one thread.
 */
public final class RowParser {

	private final RowReader reader;

	private final Reading reading = new Reading();

	/**
	 * A parser.
	 * @param reader what the dataset makes of the values of a record
	 */
	public RowParser(RowReader reader) {
		this.reader = reader;
	}

	/**
	 * Reads one record.
	 * @param fields its fields
	 * @return the row, or why there is none; never null
	 */
	public ParsedRow parse(Fields fields) {
		if (!fields.complete()) {
			return new ParsedRow.Rejected(fields.problem());
		}
		Row row = this.reader.read(this.reading.of(fields));
		return (fields.problem() != null) ? new ParsedRow.Rejected(fields.problem()) : row;
	}

}
