package io.planstream.generator.crosswalk;

import java.util.Map;

import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Draws;

/**
 * What became of a plan; the ordinal is the crosswalk level of the files.
 */
enum Outcome {

	SAME_PLAN(true, 70_756, 82_294),

	PLAN(false, 31_438, 34_248),

	PLAN_AND_COUNTY(true, 17_177, 15_301),

	ZIP_CODE(false, 5_473, 2_245),

	DISCONTINUED(false, 7_661, 14_552),

	WITHDRAWN(false, 0, 1_365);

	private final boolean keepsId;

	private final Map<BusinessYear, Integer> rows;

	Outcome(boolean keepsId, int rows2015, int rows2016) {
		this.keepsId = keepsId;
		this.rows = Map.of(BusinessYear.Y2015, rows2015, BusinessYear.Y2016, rows2016);
	}

	/** Whether the plan is sold in the next year under the same id. */
	boolean keepsId() {
		return this.keepsId;
	}

	/** Whether there is no plan to go to. */
	boolean ends() {
		return this == DISCONTINUED || this == WITHDRAWN;
	}

	/** Rows of the published file. */
	int rows(BusinessYear year) {
		return this.rows.get(year);
	}

	/** The reason given, as the files number it. */
	int reason(Draws draws) {
		return switch (this) {
			case SAME_PLAN -> 0;
			case PLAN -> new int[] { 1, 2, 6 }[draws.weighted(300, 600, 100)];
			case PLAN_AND_COUNTY -> new int[] { 0, 2 }[draws.weighted(700, 300)];
			case ZIP_CODE -> new int[] { 0, 2, 3 }[draws.weighted(300, 500, 200)];
			case DISCONTINUED -> new int[] { 4, 5 }[draws.weighted(300, 700)];
			case WITHDRAWN -> 5;
		};
	}

}
