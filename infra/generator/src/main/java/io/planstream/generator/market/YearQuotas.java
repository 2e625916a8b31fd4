package io.planstream.generator.market;

import java.util.Arrays;

/**
 * What the plans of a year share out among them: tobacco rates, marks of "not sold" for
 * adults, faulty dates. Fed with the plans in the order of the files.
 */
final class YearQuotas {

	private final Quotas adults;

	private final Quotas tobacco;

	private final Quotas dates;

	private YearQuotas(Quotas adults, Quotas tobacco, Quotas dates) {
		this.adults = adults;
		this.tobacco = tobacco;
		this.dates = dates;
	}

	static YearQuotas of(BusinessYear year) {
		double dental = 0;
		double medical = 0;
		for (StateYear where : StateYear.of(year)) {
			Composition composition = Composition.of(where.state(), year);
			dental += composition.dentalBlocks();
			medical += composition.medicalBlocks();
		}
		double dentalBlocks = dental;
		double[] adults = Arrays.stream(AdultRates.values())
			.mapToDouble((kind) -> kind.blocks(year) / dentalBlocks)
			.toArray();
		double toldApart = year.tobaccoPerMille() / 1000.0 * year.rows() / RateSheet.AGES;
		// Annual plans file about half of all blocks.
		double annual = (dental + medical) / 2;
		return new YearQuotas(adults(adults, year),
				new Quotas(toldApart / medical, year.strayTobaccoBlocks() / medical),
				new Quotas(dateShares(year, annual)));
	}

	/**
	 * Single rows that are missing can be filed later, rows too many cannot be taken
	 * back.
	 */
	private static Quotas adults(double[] shares, BusinessYear year) {
		Quotas quotas = new Quotas(shares);
		for (AdultRates rates : AdultRates.values()) {
			rates.publishedRows(year).ifPresent((rows) -> quotas.atMost(rates.ordinal(), rows / (RateSheet.AGES - 1)));
		}
		return quotas;
	}

	void apply(PlanDraft draft, Draws draws) {
		PlanCategory category = draft.kind().category();
		if (!category.isDental()) {
			draft.tobacco(TobaccoUse.values()[1 + this.tobacco.choose(draft.blocks(), draws)]);
		}
		else if (category != PlanCategory.DENTAL_FAMILY && !draft.adults().isChildOnly()) {
			draft.adults(AdultRates.values()[Math.max(0, this.adults.choose(draft.blocks(), draws))]);
		}
		if (draft.isAnnual() && category != PlanCategory.DENTAL_FAMILY) {
			draft.dates(DateQuirk.values()[1 + this.dates.choose(draft.blocks(), draws)]);
		}
	}

	private static double[] dateShares(BusinessYear year, double annual) {
		return switch (year) {
			case Y2014 -> new double[] { 60 / annual, 0, 0 };
			case Y2015 -> new double[3];
			case Y2016 -> new double[] { 0, 68 / annual, 23 / annual };
		};
	}

}
