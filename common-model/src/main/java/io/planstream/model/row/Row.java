package io.planstream.model.row;

import io.planstream.model.avro.AvroOut;
import io.planstream.model.dataset.Dataset;

/**
 * A row of a dataset that keeps the contract. Implementations are records: immutable, and
 * equal when their content is.
 */
public non-sealed interface Row extends ParsedRow {

	/**
	 * The kind of file it comes from.
	 * @return the dataset
	 */
	Dataset dataset();

	/**
	 * The plan year.
	 * @return for example 2016
	 */
	int businessYear();

	/**
	 * The state.
	 * @return two letters
	 */
	String stateCode();

	/**
	 * The data rules that held while reading it.
	 * @return their {@link DataRule#bit() bits}
	 */
	long rules();

	/**
	 * Whether a rule keeps it out of the aggregates.
	 * @return true for a valid row that is counted as set aside
	 */
	default boolean setAside() {
		return false;
	}

	/**
	 * Writes its fields in the order of the dataset's schema.
	 * @param out takes them
	 */
	void writeTo(AvroOut out);

}
