package io.planstream.testsupport.reference;

import java.util.List;

/**
 * Counts the rows of one dataset.
 */
interface Counting {

	/** Counts a row; it is not kept. */
	void add(CsvRows row);

	/** What the rows so far amount to. */
	List<ReferenceTable> tables();

}
