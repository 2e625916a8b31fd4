package io.planstream.testsupport.reference;

import java.util.List;

/**
 * Rows of every dataset: those that are applied, by year and state, and those that are
 * rejected.
 */
final class Totals {

	private final Tally applied = new Tally("dataset_total", List.of("dataset", "business_year", "state_code"),
			List.of("aggregated_rows", "set_aside_rows"));

	private final Tally rejected = new Tally("rejected_row", List.of("dataset"), List.of("rejected_rows"));

	void apply(String dataset, String year, String state) {
		apply(dataset, year, state, 1, 0);
	}

	void apply(String dataset, String year, String state, long aggregated, long setAside) {
		this.applied.at(List.of(dataset, year, state))
			.add("aggregated_rows", aggregated)
			.add("set_aside_rows", setAside);
	}

	void reject(String dataset) {
		this.rejected.at(List.of(dataset)).count("rejected_rows");
	}

	List<ReferenceTable> tables() {
		return List.of(this.applied.table(), this.rejected.table());
	}

}
