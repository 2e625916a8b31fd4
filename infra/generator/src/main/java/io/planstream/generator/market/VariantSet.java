package io.planstream.generator.market;

import java.util.ArrayList;
import java.util.List;

/**
 * The cost sharing variants of a plan: 0 off the exchange, 1 on it, 2 and 3 for American
 * Indians, 4 to 6 the silver plans for low incomes.
 *
 * @param bits a bit per variant
 */
record VariantSet(int bits) {

	static final VariantSet NONE = new VariantSet(0);

	static final VariantSet OFF_EXCHANGE = new VariantSet(0b1);

	static final VariantSet ON_EXCHANGE = new VariantSet(0b10);

	static final VariantSet BOTH = new VariantSet(0b11);

	private static final int HIGHEST = 6;

	private static final int SILVER_EXTRA = 0b1110000;

	private static final int INDIAN = 0b1100;

	static VariantSet draw(PlanKind kind, Draws draws) {
		boolean off = draws.chance((kind.shop() || kind.category().isDental()) ? 985 : 920);
		boolean on = !off || draws.chance(onPerMille(kind));
		if (!on) {
			return OFF_EXCHANGE;
		}
		VariantSet sold = off ? BOTH : ON_EXCHANGE;
		if (kind.shop() || kind.category().isDental() || kind.metal() == MetalLevel.CATASTROPHIC) {
			return sold;
		}
		int extra = (kind.metal() == MetalLevel.SILVER) ? INDIAN | SILVER_EXTRA : INDIAN;
		return new VariantSet(sold.bits | extra);
	}

	private static int onPerMille(PlanKind kind) {
		if (kind.category().isDental()) {
			return 150;
		}
		return kind.shop() ? 770 : 945;
	}

	/**
	 * The set with one more: sold on both sides of the exchange, then with a variant for
	 * American Indians, as far as it is not already.
	 */
	VariantSet larger() {
		for (int variant : new int[] { 0, 1, 2, 3 }) {
			if ((this.bits >> variant & 1) == 0) {
				return new VariantSet(this.bits | 1 << variant);
			}
		}
		return this;
	}

	/** The set with one less: sold on one side only, if it is not already. */
	VariantSet smaller() {
		if ((this.bits & 0b11) != 0b11) {
			return this;
		}
		return equals(BOTH) ? OFF_EXCHANGE : new VariantSet(this.bits & ~1);
	}

	int size() {
		return Integer.bitCount(this.bits);
	}

	List<Integer> numbers() {
		List<Integer> numbers = new ArrayList<>();
		for (int number = 0; number <= HIGHEST; number++) {
			if ((this.bits >> number & 1) == 1) {
				numbers.add(number);
			}
		}
		return List.copyOf(numbers);
	}

}
