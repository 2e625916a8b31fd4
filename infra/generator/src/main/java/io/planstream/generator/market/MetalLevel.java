package io.planstream.generator.market;

/**
 * A plan's level; {@code Low} and {@code High} are the dental ones.
 */
public enum MetalLevel {

	/** The cheapest medical level open to all. */
	BRONZE("Bronze", 60),

	/** The level whose cost sharing is reduced for those with a low income. */
	SILVER("Silver", 70),

	/** A dearer level. */
	GOLD("Gold", 80),

	/** The dearest level. */
	PLATINUM("Platinum", 90),

	/** For the young: the lowest price, the highest deductible. */
	CATASTROPHIC("Catastrophic", 57),

	/** Dental, covers less. */
	LOW("Low", 70),

	/** Dental, covers more. */
	HIGH("High", 85);

	private final String label;

	private final int actuarialPercent;

	MetalLevel(String label, int actuarialPercent) {
		this.label = label;
		this.actuarialPercent = actuarialPercent;
	}

	/**
	 * The level as the files spell it.
	 * @return such as {@code Silver}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * The share of the cost that a plan of the level bears.
	 * @return in percent
	 */
	public int actuarialPercent() {
		return this.actuarialPercent;
	}

	static MetalLevel draw(PlanCategory category, Draws draws) {
		if (category.isDental()) {
			return draws.chance(545) ? LOW : HIGH;
		}
		int[] weights = category.isShop() ? new int[] { 208, 382, 316, 95, 0 } : new int[] { 312, 374, 213, 35, 66 };
		return values()[draws.weighted(weights)];
	}

}
