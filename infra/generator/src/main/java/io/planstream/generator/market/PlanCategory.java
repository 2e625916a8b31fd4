package io.planstream.generator.market;

/**
 * What a plan is in outline: its market, its coverage, and how its rates are filed.
 */
public enum PlanCategory {

	/** Dental, priced per family and not per age. */
	DENTAL_FAMILY(true, false),

	/** Dental, one price list per year. */
	DENTAL(true, false),

	/** Dental for small groups, a price list per quarter. */
	DENTAL_QUARTERLY(true, true),

	/** Medical for individuals. */
	MEDICAL_INDIVIDUAL(false, false),

	/** Medical for small groups, one price list per year. */
	MEDICAL_SHOP(false, true),

	/** Medical for small groups, a price list per quarter. */
	MEDICAL_QUARTERLY(false, true);

	private final boolean dental;

	private final boolean shop;

	PlanCategory(boolean dental, boolean shop) {
		this.dental = dental;
		this.shop = shop;
	}

	/**
	 * Whether the plan covers teeth only.
	 * @return whether it is dental
	 */
	public boolean isDental() {
		return this.dental;
	}

	/**
	 * Whether all plans of the category are sold to small groups; dental ones that are
	 * not may be sold to either.
	 * @return whether it is a small group category
	 */
	public boolean isShop() {
		return this.shop;
	}

	RateCalendar calendar(Draws draws) {
		if (this != DENTAL_QUARTERLY && this != MEDICAL_QUARTERLY) {
			return RateCalendar.ANNUAL;
		}
		return draws.chance(15) ? RateCalendar.SEMIANNUAL : RateCalendar.QUARTERLY;
	}

}
