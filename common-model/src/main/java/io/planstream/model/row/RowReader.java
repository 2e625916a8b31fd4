package io.planstream.model.row;

/**
 * What a dataset makes of the values of a record. For one thread.
 */
@FunctionalInterface
public interface RowReader {

	/**
	 * Reads one row.
	 * @param values the values of a record; what is wrong with one of them is noted there
	 * @return the row; of no meaning when a problem was noted
	 */
	Row read(Reading values);

}
