package io.planstream.generator.attributes;

import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.MetalLevel;

/**
 * What a person pays at most before and after the plan steps in.
 *
 * @param deductible the deductible in dollars
 * @param outOfPocket the most a person pays in a year, in dollars
 */
record Limits(int deductible, int outOfPocket) {

	private static final int ZERO_COST_SHARING = 2;

	private static final int SILVER_73 = 4;

	static Limits draw(BusinessYear year, MetalLevel metal, Draws draws) {
		int most = most(year);
		return switch (metal) {
			case BRONZE -> of(most - 50 * draws.below(40), most - 50 * draws.below(9), most);
			case SILVER -> of(1500 + 250 * draws.below(13), most - 250 * draws.below(12), most);
			case GOLD -> of(250 * draws.below(9), 3000 + 250 * draws.below(14), most);
			case PLATINUM -> of(250 * draws.below(3), 1000 + 250 * draws.below(7), most);
			case CATASTROPHIC -> new Limits(most, most);
			case LOW -> new Limits(25 * draws.between(1, 4), year == BusinessYear.Y2014 ? 700 : 350);
			case HIGH -> new Limits(25 * draws.between(0, 3), year == BusinessYear.Y2014 ? 700 : 350);
		};
	}

	/** The limits of a cost sharing variant of a plan with these limits. */
	Limits ofVariant(int variant) {
		if (variant == ZERO_COST_SHARING) {
			return new Limits(0, 0);
		}
		if (variant < SILVER_73) {
			return this;
		}
		int percent = switch (variant) {
			case SILVER_73 -> 80;
			case SILVER_73 + 1 -> 35;
			default -> 20;
		};
		return new Limits(this.deductible * percent / 100 / 50 * 50, this.outOfPocket * percent / 100 / 50 * 50);
	}

	private static int most(BusinessYear year) {
		return switch (year) {
			case Y2014 -> 6350;
			case Y2015 -> 6600;
			case Y2016 -> 6850;
		};
	}

	private static Limits of(int deductible, int outOfPocket, int most) {
		int limit = Math.min(most, outOfPocket);
		return new Limits(Math.min(deductible, limit), limit);
	}

}
