package io.planstream.generator.market;

/**
 * How many plans of each category a state has in a year, and how many price lists of one
 * rating area ("blocks") the dental and the medical ones file together.
 *
 * @param counts plans per category
 * @param unsoldAdults plans that ask 999999 of adults, on top of the categories
 * @param dentalBlocks blocks of the dental plans, those of {@code unsoldAdults} not
 * counted
 * @param medicalBlocks blocks of the medical plans
 */
record Composition(int[] counts, int unsoldAdults, int dentalBlocks, int medicalBlocks) {

	// Small group plans cover more areas than individual ones, dental plans more still.
	private static final double DENTAL_REACH = 3;

	private static final double SHOP_REACH = 1.8;

	private static final double SHOP_ANNUAL_SHARE = 0.08;

	// Price lists that the mean plan may need to file per area.
	private static final double DENTAL_LISTS = 1.25;

	private static final double MEDICAL_LISTS = 2.6;

	// The part of all areas that the mean plan may need to cover.
	private static final double FULLEST = 0.8;

	static Composition of(State state, BusinessYear year) {
		int families = (state.familyRows(year) + state.ratingAreas() - 1) / state.ratingAreas();
		int unsold = (year == BusinessYear.Y2014) ? UnsoldAdults.of(state).map(UnsoldAdults::plans).orElse(0) : 0;
		int typoBlocks = Oddities.typoPlanBlocks(state, year);
		int blocks = (state.rows(year) + Oddities.lackingRows(state, year) - state.familyRows(year)) / RateSheet.AGES;
		int plans = state.plans(year) - families - unsold - (typoBlocks > 0 ? 1 : 0);
		int dental = Math.max(0,
				(int) Math.round(blocks * state.dentalPerMille() / 1000.0) - unsold * state.ratingAreas());
		int medical = blocks - dental - unsold * state.ratingAreas() - typoBlocks;
		int[] counts = new int[PlanCategory.values().length];
		counts[PlanCategory.DENTAL_FAMILY.ordinal()] = families;
		divide(counts, plans, new Extent(state, year, dental, medical));
		return new Composition(counts, unsold, dental, medical);
	}

	int count(PlanCategory category) {
		return this.counts[category.ordinal()];
	}

	int dentalPlans() {
		int dental = this.unsoldAdults;
		for (PlanCategory category : PlanCategory.values()) {
			dental += category.isDental() ? count(category) : 0;
		}
		return dental;
	}

	/** The rows of medical plans to expect, before they are fitted to the year's. */
	double expectedMedicalVariants() {
		int shop = count(PlanCategory.MEDICAL_SHOP) + count(PlanCategory.MEDICAL_QUARTERLY);
		return count(PlanCategory.MEDICAL_INDIVIDUAL) * 4.75 + shop * 1.75;
	}

	private static void divide(int[] counts, int plans, Extent extent) {
		double dentalQuarterly = extent.year.quarterlyPerMille(true) / 1000.0;
		double medicalQuarterly = extent.year.quarterlyPerMille(false) / 1000.0;
		double dentalWeight = extent.dental * (1 - dentalQuarterly * 3 / 4) / DENTAL_REACH;
		double medicalWeight = extent.medical * (1 - medicalQuarterly * 3 / 4);
		int dentalPlans = extent.dentalPlans(plans, Apportionment.divide(plans, dentalWeight, medicalWeight)[0]);
		int medicalPlans = plans - dentalPlans;

		double quarterly = dentalQuarterly / (4 - 3 * dentalQuarterly);
		int dentalQuarterlyPlans = extent.quarterly(quarterly, dentalPlans, extent.dental);
		counts[PlanCategory.DENTAL.ordinal()] = dentalPlans - dentalQuarterlyPlans;
		counts[PlanCategory.DENTAL_QUARTERLY.ordinal()] = dentalQuarterlyPlans;

		double[] weights = { medicalQuarterly / 4 / SHOP_REACH, SHOP_ANNUAL_SHARE / SHOP_REACH,
				1 - medicalQuarterly - SHOP_ANNUAL_SHARE };
		quarterly = weights[0] / (weights[0] + weights[1] + weights[2]);
		int quarterlyPlans = extent.quarterly(quarterly, medicalPlans, extent.medical);
		int[] annual = Apportionment.divide(medicalPlans - quarterlyPlans, weights[1], weights[2]);
		counts[PlanCategory.MEDICAL_QUARTERLY.ordinal()] = quarterlyPlans;
		counts[PlanCategory.MEDICAL_SHOP.ordinal()] = annual[0];
		counts[PlanCategory.MEDICAL_INDIVIDUAL.ordinal()] = annual[1];
	}

	/**
	 * What is to be filed in a state and year.
	 *
	 * @param state the state
	 * @param year the year
	 * @param dental the dental blocks
	 * @param medical the medical blocks
	 */
	private record Extent(State state, BusinessYear year, int dental, int medical) {

		/**
		 * The dental plans wanted, but enough of either kind, and at least a block for
		 * each.
		 */
		int dentalPlans(int plans, int wanted) {
			int least = (int) Math.ceil(this.dental / (this.state.ratingAreas() * DENTAL_LISTS));
			int leastMedical = (int) Math.ceil(this.medical / (this.state.ratingAreas() * MEDICAL_LISTS));
			int most = Math.min(this.dental, plans - leastMedical);
			return Math.max(plans - this.medical, Math.min(most, Math.max(least, wanted)));
		}

		/** Quarterly plans: the share wanted, but no more and no fewer than fit. */
		int quarterly(double share, int plans, int blocks) {
			double fullest = (this.state.ratingAreas() == 1) ? 1 : this.state.ratingAreas() * FULLEST;
			double least = (blocks / fullest - plans) / 3;
			double most = (blocks - plans) / 3.0;
			return (int) Math.max(0,
					Math.min(most, Math.min(plans, Math.max(Math.ceil(least), Math.round(share * plans)))));
		}

	}

}
