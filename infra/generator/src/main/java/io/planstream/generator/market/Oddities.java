package io.planstream.generator.market;

/**
 * The one-off faults of the published files, each where this data set has it.
 */
final class Oddities {

	/** A plan that no plan attributes know, its state mistyped. */
	static final String TYPO_PLAN = "19312TZ0010001";

	static final int TYPO_ISSUER = 19312;

	// One plan of so many, which makes 30 of 2014's.
	private static final int REPEATED_EVERY = 222;

	private Oddities() {
	}

	/**
	 * Price lists of the plan with the mistyped state: none but in its state and year.
	 */
	static int typoPlanBlocks(State state, BusinessYear year) {
		return (state == State.TX && year == BusinessYear.Y2014) ? 2 : 0;
	}

	/** Whether the plan of that number in its year files its first variant twice. */
	static boolean isRepeated(BusinessYear year, int number) {
		return year == BusinessYear.Y2014 && number % REPEATED_EVERY == 0;
	}

	/** Rate rows that plans without their oldest ages leave out. */
	static int lackingRows(State state, BusinessYear year) {
		int rows = 0;
		for (Lacking lacking : Lacking.values()) {
			if (lacking.isIn(state, year)) {
				rows += lacking.plans * lacking.areas * lacking.ages;
			}
		}
		return rows;
	}

	/** Plans that lack their oldest ages. */
	enum Lacking {

		MICHIGAN(State.MI, BusinessYear.Y2014, 1, 8, 1), FLORIDA(State.FL, BusinessYear.Y2015, 2, 15, 1);

		private final State state;

		private final BusinessYear year;

		private final int plans;

		private final int areas;

		private final int ages;

		Lacking(State state, BusinessYear year, int plans, int areas, int ages) {
			this.state = state;
			this.year = year;
			this.plans = plans;
			this.areas = areas;
			this.ages = ages;
		}

		boolean isIn(State state, BusinessYear year) {
			return this.state == state && this.year == year;
		}

		int plans() {
			return this.plans;
		}

		PlanDraft pin(PlanDraft draft) {
			return draft.pin(this.areas, this.ages);
		}

	}

}
