package io.planstream.generator.market;

import java.util.EnumMap;
import java.util.Map;

/**
 * The plans a state ever has, numbered per category. A year sells a window of them that
 * moves on from year to year, so that plans stay for a while and keep their ids.
 */
final class Slots {

	/** Plans per product. */
	static final int PER_PRODUCT = 5;

	// How much of a year's plans is gone in the next: about 17 thousand ids in 26
	// thousand.
	private static final double[] GONE = { 0.28, 0.60 };

	private final Map<PlanCategory, int[]> starts = new EnumMap<>(PlanCategory.class);

	private final Map<PlanCategory, Integer> firstProducts = new EnumMap<>(PlanCategory.class);

	Slots(State state) {
		int product = 1;
		for (PlanCategory category : PlanCategory.values()) {
			int[] starts = new int[BusinessYear.values().length];
			int end = 0;
			for (BusinessYear year : BusinessYear.values()) {
				int index = year.ordinal();
				int count = Composition.of(state, year).count(category);
				end = Math.max(end, starts[index] + count);
				if (index < GONE.length) {
					starts[index + 1] = starts[index] + (int) Math.round(count * GONE[index]);
				}
			}
			this.starts.put(category, starts);
			this.firstProducts.put(category, product);
			product += (end + PER_PRODUCT - 1) / PER_PRODUCT;
		}
	}

	/** The first slot that a year sells. */
	int start(PlanCategory category, BusinessYear year) {
		return this.starts.get(category)[year.ordinal()];
	}

	/** The three digits of a slot's product and the four of the plan in it. */
	String number(PlanCategory category, int slot) {
		int product = this.firstProducts.get(category) + slot / PER_PRODUCT;
		return Digits.padded(product, 3) + Digits.padded(1 + slot % PER_PRODUCT, 4);
	}

}
