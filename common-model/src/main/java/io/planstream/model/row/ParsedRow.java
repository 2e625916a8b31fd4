package io.planstream.model.row;

import io.planstream.model.csv.Problem;

/**
 * What became of a record: a row of its dataset, or a reject.
 */
public sealed interface ParsedRow permits ParsedRow.Accepted, ParsedRow.Rejected {

	/** A row that keeps the contract. */
	sealed interface Accepted extends ParsedRow permits RateRow, PlanRow {

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

	}

	/**
	 * A record that does not.
	 *
	 * @param problem why
	 */
	record Rejected(Problem problem) implements ParsedRow {
	}

}
