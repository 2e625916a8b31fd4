package io.planstream.benchmark.bare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.planstream.model.plan.PlanFacts;

/**
 * What rates borrow from their plans, by year and plan id. Immutable.
 */
final class PlanList {

	private final Map<String, PlanFacts> facts = new HashMap<>();

	private PlanList() {
	}

	static PlanList read(Path... files) throws IOException {
		PlanList plans = new PlanList();
		for (Path file : files) {
			plans.add(file);
		}
		return plans;
	}

	private void add(Path file) throws IOException {
		try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
			for (NamedCsvRecord plan : records) {
				this.facts.putIfAbsent(plan.getField("BusinessYear") + plan.getField("StandardComponentId"),
						new PlanFacts(plan.getField("MetalLevel").intern(), plan.getField("PlanType").intern(),
								plan.getField("MarketCoverage").intern(),
								plan.getField("DentalOnlyPlan").equals("Yes") ? "Dental" : "Medical"));
			}
		}
	}

	PlanFacts of(String year, String plan) {
		return this.facts.getOrDefault(year + plan, PlanFacts.UNKNOWN);
	}

}
