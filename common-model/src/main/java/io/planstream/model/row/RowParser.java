package io.planstream.model.row;

import io.planstream.model.csv.Fields;

/**
 * Reads the rows of one dataset. For one thread.
 */
public interface RowParser {

	/**
	 * Reads one record.
	 * @param fields its fields
	 * @return the row, or why there is none; never null
	 */
	ParsedRow parse(Fields fields);

}
