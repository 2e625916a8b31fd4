package io.planstream.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.planstream.model.record.Partitions;

/**
 * Key and partition of each (plan year, state), worked out once. For one thread.
 */
final class Routes {

	private final int partitions;

	private final Map<Integer, Map<String, Route>> known = new HashMap<>();

	private int lastYear;

	private String lastState;

	private Route last;

	Routes(int partitions) {
		this.partitions = partitions;
	}

	Route of(int businessYear, String stateCode) {
		// neighbours in a file are mostly of one state, and the parser hands out one
		// object for it
		if (this.lastState != stateCode || this.lastYear != businessYear) {
			this.last = this.known.computeIfAbsent(businessYear, (year) -> new HashMap<>())
				.computeIfAbsent(stateCode, (state) -> route(businessYear, state));
			this.lastState = stateCode;
			this.lastYear = businessYear;
		}
		return this.last;
	}

	private Route route(int businessYear, String stateCode) {
		String key = Partitions.key(businessYear, stateCode);
		return new Route(key.getBytes(StandardCharsets.UTF_8), Partitions.of(key, this.partitions));
	}

	/** Where rows of one key go. */
	record Route(byte[] key, int partition) {
	}

}
