package io.planstream.testsupport.reference;

import java.util.List;

/**
 * Counts {@code Network.csv}.
 */
final class NetworkCounting implements Counting {

	static final String DATASET = "network";

	private final FirstRows networks = new FirstRows("network",
			List.of("business_year", "state_code", "issuer_id", "network_id"), List.of("network_name", "network_url"),
			List.of());

	private final Totals totals;

	NetworkCounting(Totals totals) {
		this.totals = totals;
	}

	@Override
	public void add(CsvRows row) {
		String year = row.text("BusinessYear");
		String state = row.text("StateCode");
		this.totals.apply(DATASET, year, state);
		this.networks.add(List.of(year, state, row.known("IssuerId"), row.known("NetworkId")),
				List.of(row.known("NetworkName"), row.known("NetworkURL")), row.line());
	}

	@Override
	public List<ReferenceTable> tables() {
		return List.of(this.networks.table());
	}

}
