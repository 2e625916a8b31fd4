package io.planstream.testsupport.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the crosswalks. Which years a file is about stands in the names of its columns.
 */
final class CrosswalkCounting implements Counting {

	static final String DATASET = "crosswalk";

	private static final String PLAN = "PlanID_";

	private static final String NO_PLAN = "00000XX0000000";

	private static final String NONE = "None";

	private final Tally byMetal = new Tally("crosswalk_by_metal", List.of("business_year", "state_code", "coverage",
			"from_metal_level", "to_metal_level", "crosswalk_level", "reason"), List.of("crosswalk_rows"));

	private final Tally byPlan = new Tally("crosswalk_plan", List.of("business_year", "state_code", "from_plan_id",
			"to_plan_id", "crosswalk_level", "reason", "coverage", "from_metal_level", "to_metal_level"),
			List.of("crosswalk_rows"));

	private final Tally zipCounties = new Tally("crosswalk_zip_county", List.of("business_year", "state_code",
			"from_plan_id", "to_plan_id", "reason", "coverage", "from_metal_level", "to_metal_level", "county_fips"),
			List.of("crosswalk_rows"));

	private final Map<Set<String>, List<String>> yearsOfHeaders = new HashMap<>();

	private final Totals totals;

	CrosswalkCounting(Totals totals) {
		this.totals = totals;
	}

	@Override
	public void add(CsvRows row) {
		List<String> years = this.yearsOfHeaders.computeIfAbsent(row.columns(), CrosswalkCounting::years);
		String from = years.get(0);
		String to = years.get(1);
		String state = row.text("State");
		String toPlan = row.text(PLAN + to);
		boolean none = toPlan.equals(NO_PLAN);
		String coverage = coverage(row.text("DentalPlan"));
		String fromMetal = metal(row.text("MetalLevel_" + from));
		String toMetal = none ? NONE : metal(row.text("MetalLevel_" + to));
		String level = code(row.given("CrosswalkLevel"));
		String reason = code(row.given("ReasonForCrosswalk"));
		this.totals.apply(DATASET, to, state);
		this.byMetal.at(List.of(to, state, coverage, fromMetal, toMetal, level, reason)).count("crosswalk_rows");
		this.byPlan
			.at(List.of(to, state, row.text(PLAN + from), none ? NONE : toPlan, level, reason, coverage, fromMetal,
					toMetal))
			.count("crosswalk_rows");
		if (level.equals("3")) {
			this.zipCounties
				.at(List.of(to, state, row.text(PLAN + from), none ? NONE : toPlan, reason, coverage, fromMetal,
						toMetal, county(row.given("FIPSCode"))))
				.count("crosswalk_rows");
		}
	}

	private static String county(String text) {
		return text.isEmpty() ? CsvRows.UNKNOWN : "%05d".formatted(Integer.parseInt(text.replaceFirst("\\.0+$", "")));
	}

	/** The year that plans come from and the one that they go to. */
	private static List<String> years(Set<String> columns) {
		return columns.stream()
			.filter((column) -> column.matches(PLAN + "[0-9]{4}"))
			.map((column) -> column.substring(PLAN.length()))
			.sorted(Comparator.naturalOrder())
			.toList();
	}

	private static String coverage(String dental) {
		return switch (dental) {
			case "Y" -> "Dental";
			case "N" -> "Medical";
			default -> CsvRows.UNKNOWN;
		};
	}

	private static String metal(String level) {
		return (level.isEmpty() || level.equals("X")) ? CsvRows.UNKNOWN : level;
	}

	private static String code(String text) {
		return text.isEmpty() ? "-1" : Integer.toString(Integer.parseInt(text));
	}

	@Override
	public List<ReferenceTable> tables() {
		return List.of(this.byMetal.table(), this.byPlan.table(), this.zipCounties.table());
	}

}
