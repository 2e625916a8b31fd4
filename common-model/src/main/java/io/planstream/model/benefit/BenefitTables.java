package io.planstream.model.benefit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.planstream.model.aggregate.Grain;
import io.planstream.model.benefit.BenefitRow.Listing;
import io.planstream.model.benefit.CostSharing.Deductible;
import io.planstream.model.benefit.CostSharing.Kind;

/**
 * What benefits are counted by. Each table holds every row.
 */
public final class BenefitTables {

	private static final Grain<BenefitRow> BY_METAL = byMetal();

	private static final Grain<BenefitRow> BY_PLAN = Grain.<BenefitRow>of("plan_benefit")
		.key("plan_id", BenefitRow::planId)
		.count("benefit_rows")
		.count("benefits_covered", (row) -> row.is(Listing.COVERED))
		.count("benefits_excluded", (row) -> row.is(Listing.NOT_COVERED))
		.count("benefits_limited", BenefitRow::quantityLimited)
		.count("benefits_ehb", BenefitRow::ehb)
		.build();

	private static final Grain<BenefitRow> NAMES = Grain.<BenefitRow>of("benefit_name")
		.key("benefit", BenefitRow::benefit)
		.key("original_name", BenefitRow::originalName)
		.count("benefit_rows")
		.build();

	/** The tables. */
	public static final List<Grain<BenefitRow>> ALL = List.of(BY_METAL, BY_PLAN, NAMES);

	private BenefitTables() {
	}

	private static Grain<BenefitRow> byMetal() {
		Grain.Builder<BenefitRow> grain = Grain.<BenefitRow>of("benefit_by_metal")
			.key("market", (row) -> row.plan().market())
			.key("coverage", (row) -> row.plan().coverage())
			.key("metal_level", (row) -> row.plan().metalLevel())
			.key("benefit", BenefitRow::benefit)
			.count("benefit_rows")
			.count("covered", (row) -> row.is(Listing.COVERED))
			.count("not_covered", (row) -> row.is(Listing.NOT_COVERED))
			.count("ehb", BenefitRow::ehb)
			.count("state_mandate", BenefitRow::stateMandate)
			.count("quantity_limited", BenefitRow::quantityLimited)
			.count("excluded_from_moop", BenefitRow::excludedFromMoop)
			.count("subject_to_deductible", BenefitRow::subjectToDeductible)
			.count("base_rows", BenefitRow::baseVariant)
			.count("base_covered", (row) -> row.baseVariant() && row.is(Listing.COVERED))
			.count("base_ehb", (row) -> row.baseVariant() && row.ehb())
			.count("base_quantity_limited", (row) -> row.baseVariant() && row.quantityLimited());
		copay(grain);
		coinsurance(grain);
		return grain.build();
	}

	private static void copay(Grain.Builder<BenefitRow> grain) {
		grain.count("copay_no_charge", (row) -> row.copay().is(Kind.NO_CHARGE))
			.count("copay_amounts", (row) -> row.copay().is(Kind.AMOUNT))
			.sum("copay_cents", (row) -> row.copay().quantityOf(Kind.AMOUNT))
			.count("copay_per_day", (row) -> row.copay().is(Kind.AMOUNT_PER_DAY))
			.sum("copay_per_day_cents", (row) -> row.copay().quantityOf(Kind.AMOUNT_PER_DAY))
			.count("copay_per_stay", (row) -> row.copay().is(Kind.AMOUNT_PER_STAY))
			.sum("copay_per_stay_cents", (row) -> row.copay().quantityOf(Kind.AMOUNT_PER_STAY));
		deductible(grain, "copay", BenefitRow::copay);
		byDeductible(grain, BenefitRow::copay, Kind.AMOUNT, "copay_amounts", "cents");
		byDeductible(grain, BenefitRow::copay, Kind.AMOUNT_PER_DAY, "copay_per_day", "cents");
		byDeductible(grain, BenefitRow::copay, Kind.AMOUNT_PER_STAY, "copay_per_stay", "cents");
		grain.count("copay_not_applicable", (row) -> row.copay().is(Kind.NOT_APPLICABLE))
			.count("copay_other", (row) -> row.copay().is(Kind.SHARE) || row.copay().is(Kind.OTHER))
			.count("copay_blank", (row) -> row.copay().is(Kind.BLANK));
	}

	private static void coinsurance(Grain.Builder<BenefitRow> grain) {
		grain.count("coinsurance_no_charge", (row) -> row.coinsurance().is(Kind.NO_CHARGE))
			.count("coinsurance_shares", (row) -> row.coinsurance().is(Kind.SHARE))
			.sum("coinsurance_bp", (row) -> row.coinsurance().quantityOf(Kind.SHARE));
		deductible(grain, "coinsurance", BenefitRow::coinsurance);
		byDeductible(grain, BenefitRow::coinsurance, Kind.SHARE, "coinsurance_shares", "bp");
		grain.count("coinsurance_not_applicable", (row) -> row.coinsurance().is(Kind.NOT_APPLICABLE))
			.count("coinsurance_other", (row) -> row.coinsurance().isAmount() || row.coinsurance().is(Kind.OTHER))
			.count("coinsurance_blank", (row) -> row.coinsurance().is(Kind.BLANK));
	}

	private static void deductible(Grain.Builder<BenefitRow> grain, String column,
			Function<BenefitRow, CostSharing> cost) {
		grain.count(column + "_after_deductible", (row) -> cost.apply(row).deductible() == Deductible.AFTER)
			.count(column + "_before_deductible", (row) -> cost.apply(row).deductible() == Deductible.BEFORE);
	}

	/** Those of one kind after and before the deductible, and the sum of each. */
	private static void byDeductible(Grain.Builder<BenefitRow> grain, Function<BenefitRow, CostSharing> cost, Kind kind,
			String column, String unit) {
		for (Deductible when : List.of(Deductible.AFTER, Deductible.BEFORE)) {
			String part = column + "_" + when.name().toLowerCase(Locale.ROOT);
			grain.count(part, (row) -> cost.apply(row).is(kind, when))
				.sum(part + "_" + unit, (row) -> cost.apply(row).quantityOf(kind, when));
		}
	}

}
