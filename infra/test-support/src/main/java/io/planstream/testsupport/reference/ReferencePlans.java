package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code PlanAttributes.csv} says.
 *
 * @param rows the data rows of the file
 * @param variants the plan variants, in the order of their first rows
 * @param facts what rates borrow: from the row with the lowest variant, the first of
 * several
 * @param lowestVariants the lowest variant of each plan
 */
public record ReferencePlans(long rows, Map<PlanVariant.Key, PlanVariant> variants,
		Map<PlanVariant.ComponentKey, PlanFacts> facts, Map<PlanVariant.ComponentKey, Integer> lowestVariants) {

	static final String DATASET = "plan-attributes";

	/** No plans at all: every rate is of unknown level, market and coverage. */
	public static final ReferencePlans NONE = new ReferencePlans(0, Map.of(), Map.of(), Map.of());

	/**
	 * Read a file.
	 * @param planAttributesCsv the file
	 * @return what it says
	 * @throws IOException if it cannot be read
	 */
	public static ReferencePlans of(Path planAttributesCsv) throws IOException {
		return of(List.of(planAttributesCsv));
	}

	static ReferencePlans of(List<Path> files) throws IOException {
		Map<PlanVariant.Key, PlanVariant> variants = new LinkedHashMap<>();
		Map<PlanVariant.ComponentKey, PlanVariant> lowest = new HashMap<>();
		long[] rows = new long[1];
		CsvRows.forEach(files, (row) -> {
			rows[0]++;
			PlanVariant plan = PlanVariant.of(row);
			variants.merge(new PlanVariant.Key(plan.year(), plan.planId()), plan, (first, other) -> first.oneRowMore());
			lowest.merge(componentKey(plan), plan,
					(first, other) -> (other.variant() < first.variant()) ? other : first);
		});
		variants.replaceAll((key, plan) -> plan.asBase(plan.variant() == lowest.get(componentKey(plan)).variant()));
		Map<PlanVariant.ComponentKey, PlanFacts> facts = new HashMap<>();
		Map<PlanVariant.ComponentKey, Integer> lowestVariants = new HashMap<>();
		lowest.forEach((key, plan) -> {
			facts.put(key, plan.facts());
			lowestVariants.put(key, plan.variant());
		});
		return new ReferencePlans(rows[0], variants, facts, lowestVariants);
	}

	/**
	 * What a rate borrows.
	 * @param year the plan year
	 * @param standardComponentId the plan that the rate names
	 * @return the facts, all unknown if there is no such plan
	 */
	public PlanFacts factsOf(int year, String standardComponentId) {
		return this.facts.getOrDefault(new PlanVariant.ComponentKey(year, standardComponentId), PlanFacts.UNKNOWN);
	}

	/**
	 * Tell whether a variant stands for its plan.
	 * @param year the plan year
	 * @param standardComponentId the plan
	 * @param planId the plan with its variant
	 * @return whether the plan is known and has no lower variant
	 */
	boolean isBase(int year, String standardComponentId, String planId) {
		Integer lowest = this.lowestVariants.get(new PlanVariant.ComponentKey(year, standardComponentId));
		return lowest != null && lowest == PlanVariant.variantOf(planId);
	}

	void addTo(Totals totals) {
		this.variants.values()
			.forEach(
					(plan) -> totals.apply(DATASET, Integer.toString(plan.year()), plan.state(), plan.sourceRows(), 0));
	}

	private static PlanVariant.ComponentKey componentKey(PlanVariant plan) {
		return new PlanVariant.ComponentKey(plan.year(), plan.standardComponentId());
	}

}
