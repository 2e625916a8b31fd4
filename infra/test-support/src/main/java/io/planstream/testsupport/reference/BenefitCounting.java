package io.planstream.testsupport.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts {@code BenefitsCostSharing.csv}.
 */
final class BenefitCounting implements Counting {

	static final String DATASET = "benefits-cost-sharing";

	private static final List<String> BY_DEDUCTIBLE = List.of("copay_amounts_after", "copay_amounts_after_cents",
			"copay_amounts_before", "copay_amounts_before_cents", "copay_per_day_after", "copay_per_day_after_cents",
			"copay_per_day_before", "copay_per_day_before_cents", "copay_per_stay_after", "copay_per_stay_after_cents",
			"copay_per_stay_before", "copay_per_stay_before_cents", "coinsurance_shares_after",
			"coinsurance_shares_after_bp", "coinsurance_shares_before", "coinsurance_shares_before_bp");

	private final Tally byMetal = new Tally("benefit_by_metal",
			List.of("business_year", "state_code", "market", "coverage", "metal_level", "benefit"),
			columns("benefit_rows", "covered", "not_covered", "ehb", "state_mandate", "quantity_limited",
					"excluded_from_moop", "subject_to_deductible", "base_rows", "base_covered", "base_ehb",
					"base_quantity_limited", "copay_no_charge", "copay_amounts", "copay_cents", "copay_per_day",
					"copay_per_day_cents", "copay_per_stay", "copay_per_stay_cents", "copay_after_deductible",
					"copay_before_deductible", "copay_not_applicable", "copay_other", "copay_blank",
					"coinsurance_no_charge", "coinsurance_shares", "coinsurance_bp", "coinsurance_after_deductible",
					"coinsurance_before_deductible", "coinsurance_not_applicable", "coinsurance_other",
					"coinsurance_blank"));

	private final Tally byPlan = new Tally("plan_benefit", List.of("business_year", "state_code", "plan_id"),
			List.of("benefit_rows", "benefits_covered", "benefits_excluded", "benefits_limited", "benefits_ehb"));

	private final Tally byName = new Tally("benefit_name",
			List.of("business_year", "state_code", "benefit", "original_name"), List.of("benefit_rows"));

	private final Map<String, String> benefits = new HashMap<>();

	private final Map<String, CostSharing> costSharings = new HashMap<>();

	private final ReferencePlans plans;

	private final Totals totals;

	private long rowsNotUnderstood;

	private long rowsRoundedToCents;

	private long rowsRoundedToBasisPoints;

	BenefitCounting(ReferencePlans plans, Totals totals) {
		this.plans = plans;
		this.totals = totals;
	}

	@Override
	public void add(CsvRows row) {
		String name = row.text("BenefitName");
		String benefit = this.benefits.computeIfAbsent(name, BenefitCounting::normalised);
		if (benefit.isEmpty()) {
			this.totals.reject(DATASET);
			return;
		}
		String year = row.text("BusinessYear");
		String state = row.text("StateCode");
		this.totals.apply(DATASET, year, state);
		this.byName.at(List.of(year, state, benefit, name)).count("benefit_rows");
		countPlan(this.byPlan.at(List.of(year, state, row.text("PlanId"))), row);
		String component = row.text("StandardComponentId");
		PlanFacts facts = this.plans.factsOf(row.number("BusinessYear"), component);
		Tally.Row group = this.byMetal
			.at(List.of(year, state, facts.market(), facts.coverage(), facts.metalLevel(), benefit));
		countFlags(group, row);
		if (this.plans.isBase(row.number("BusinessYear"), component, row.text("PlanId"))) {
			countBase(group, row);
		}
		countCostSharing(group, row);
	}

	/** Letters and digits in lower case, one blank for all between, the first upper. */
	static String normalised(String name) {
		String words = name.replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().toLowerCase(Locale.ROOT);
		return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static void countPlan(Tally.Row plan, CsvRows row) {
		plan.count("benefit_rows")
			.countIf(row.says("Covered", "IsCovered"), "benefits_covered")
			.countIf(row.says("Not Covered", "IsCovered"), "benefits_excluded")
			.countIf(row.says("Yes", "QuantLimitOnSvc"), "benefits_limited")
			.countIf(row.says("Yes", "IsEHB"), "benefits_ehb");
	}

	private static void countFlags(Tally.Row group, CsvRows row) {
		group.count("benefit_rows")
			.countIf(row.says("Covered", "IsCovered"), "covered")
			.countIf(row.says("Not Covered", "IsCovered"), "not_covered")
			.countIf(row.says("Yes", "IsEHB"), "ehb")
			.countIf(row.says("Yes", "IsStateMandate"), "state_mandate")
			.countIf(row.says("Yes", "QuantLimitOnSvc"), "quantity_limited")
			.countIf(row.says("Yes", "IsExclFromInnMOOP"), "excluded_from_moop")
			.countIf(row.says("Yes", "IsSubjToDedTier1"), "subject_to_deductible");
	}

	private static void countBase(Tally.Row group, CsvRows row) {
		group.count("base_rows")
			.countIf(row.says("Covered", "IsCovered"), "base_covered")
			.countIf(row.says("Yes", "IsEHB"), "base_ehb")
			.countIf(row.says("Yes", "QuantLimitOnSvc"), "base_quantity_limited");
	}

	private void countCostSharing(Tally.Row group, CsvRows row) {
		CostSharing copay = this.costSharings.computeIfAbsent(row.text("CopayInnTier1"), CostSharing::of);
		CostSharing coinsurance = this.costSharings.computeIfAbsent(row.text("CoinsInnTier1"), CostSharing::of);
		countCopay(group, copay);
		countCoinsurance(group, coinsurance);
		countByDeductible(group, copay, coinsurance);
		if (copay.kind() == CostSharing.Kind.NOT_UNDERSTOOD || coinsurance.kind() == CostSharing.Kind.NOT_UNDERSTOOD) {
			this.rowsNotUnderstood++;
		}
		List<CostSharing> rounded = Stream.of(copay, coinsurance).filter(CostSharing::rounded).toList();
		boolean share = rounded.stream().anyMatch((cost) -> cost.kind() == CostSharing.Kind.SHARE);
		boolean amount = rounded.stream().anyMatch((cost) -> cost.kind() != CostSharing.Kind.SHARE);
		this.rowsRoundedToBasisPoints += share ? 1 : 0;
		this.rowsRoundedToCents += amount ? 1 : 0;
	}

	private static void countCopay(Tally.Row group, CostSharing copay) {
		switch (copay.kind()) {
			case NO_CHARGE -> group.count("copay_no_charge");
			case AMOUNT -> group.count("copay_amounts").add("copay_cents", copay.amount());
			case AMOUNT_PER_DAY -> group.count("copay_per_day").add("copay_per_day_cents", copay.amount());
			case AMOUNT_PER_STAY -> group.count("copay_per_stay").add("copay_per_stay_cents", copay.amount());
			case NOT_APPLICABLE -> group.count("copay_not_applicable");
			case BLANK -> group.count("copay_blank");
			case SHARE, NOT_UNDERSTOOD -> group.count("copay_other");
		}
		group.countIf(copay.after(), "copay_after_deductible").countIf(copay.before(), "copay_before_deductible");
	}

	private static void countCoinsurance(Tally.Row group, CostSharing coinsurance) {
		switch (coinsurance.kind()) {
			case NO_CHARGE -> group.count("coinsurance_no_charge");
			case SHARE -> group.count("coinsurance_shares").add("coinsurance_bp", coinsurance.amount());
			case NOT_APPLICABLE -> group.count("coinsurance_not_applicable");
			case BLANK -> group.count("coinsurance_blank");
			case AMOUNT, AMOUNT_PER_DAY, AMOUNT_PER_STAY, NOT_UNDERSTOOD -> group.count("coinsurance_other");
		}
		group.countIf(coinsurance.after(), "coinsurance_after_deductible")
			.countIf(coinsurance.before(), "coinsurance_before_deductible");
	}

	/** What says on which side of the deductible it is, with its amount or share. */
	private static void countByDeductible(Tally.Row group, CostSharing copay, CostSharing coinsurance) {
		switch (copay.kind()) {
			case AMOUNT -> countSide(group, copay, "copay_amounts", "cents");
			case AMOUNT_PER_DAY -> countSide(group, copay, "copay_per_day", "cents");
			case AMOUNT_PER_STAY -> countSide(group, copay, "copay_per_stay", "cents");
			default -> {
			}
		}
		if (coinsurance.kind() == CostSharing.Kind.SHARE) {
			countSide(group, coinsurance, "coinsurance_shares", "bp");
		}
	}

	private static void countSide(Tally.Row group, CostSharing cost, String column, String unit) {
		if (cost.after() || cost.before()) {
			String side = column + (cost.after() ? "_after" : "_before");
			group.count(side).add(side + "_" + unit, cost.amount());
		}
	}

	private static List<String> columns(String... others) {
		return Stream.concat(Stream.of(others), BY_DEDUCTIBLE.stream()).toList();
	}

	/** Rows with a copay or coinsurance that the grammar does not know. */
	long rowsNotUnderstood() {
		return this.rowsNotUnderstood;
	}

	/** Rows with an amount of more than two decimals. */
	long rowsRoundedToCents() {
		return this.rowsRoundedToCents;
	}

	/** Rows with a percentage of more than two decimals. */
	long rowsRoundedToBasisPoints() {
		return this.rowsRoundedToBasisPoints;
	}

	@Override
	public List<ReferenceTable> tables() {
		return List.of(this.byMetal.table(), this.byPlan.table(), this.byName.table());
	}

}
