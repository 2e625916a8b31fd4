package io.planstream.model.row;

import io.planstream.model.csv.Problem;

/**
 * What became of a record: a row of its dataset, or a reject.
 */
public sealed interface ParsedRow permits Row, ParsedRow.Rejected {

	/**
	 * A record that breaks the contract.
	 *
	 * @param problem why
	 */
	record Rejected(Problem problem) implements ParsedRow {
	}

}
