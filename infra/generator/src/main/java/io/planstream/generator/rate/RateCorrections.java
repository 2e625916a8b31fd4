package io.planstream.generator.rate;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import io.planstream.generator.market.AdultRates;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Market;
import io.planstream.generator.market.Plan;
import io.planstream.generator.market.RateSheet;
import io.planstream.generator.market.TobaccoUse;

/**
 * Single rows by which the rates of all plans are short of the published counts: plans
 * share out whole price lists, and the counts are no multiple of one. Hands the missing
 * rows out to price lists here and there, until none is left. For one thread.
 */
public final class RateCorrections {

	private static final int PUBLISHED_ZEROS = 682_484;

	/** Published for all years and for 2016; the rest is divided by the years' rows. */
	private static final Map<BusinessYear, Integer> PUBLISHED_TOLD_APART = Map.of(BusinessYear.Y2014, 1_522_910,
			BusinessYear.Y2015, 1_875_800, BusinessYear.Y2016, 1_491_412);

	private static final int ZERO_IN_EVERY = 10;

	private static final int TOLD_APART_IN_EVERY = 5;

	private final Map<BusinessYear, Integer> toldApart = new EnumMap<>(BusinessYear.class);

	private int zeros;

	private int dentalLists;

	private int medicalLists;

	private RateCorrections() {
	}

	/**
	 * No corrections, for a part of the data set.
	 * @return nothing to hand out
	 */
	public static RateCorrections none() {
		return new RateCorrections();
	}

	/**
	 * What the whole data set is short of.
	 * @param seed the seed of the data set
	 * @return the missing rows
	 */
	public static RateCorrections of(long seed) {
		RateCorrections missing = new RateCorrections();
		missing.zeros = PUBLISHED_ZEROS;
		missing.toldApart.putAll(PUBLISHED_TOLD_APART);
		try {
			new Market(1, seed).forEach((plan) -> missing.subtract(plan, seed));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Counting writes nothing", ex);
		}
		return missing;
	}

	private void subtract(Plan plan, long seed) {
		if (plan.isFamilyPriced()) {
			this.zeros -= (Pricing.of(plan, seed).familyMills() == 0) ? plan.rateRows() : 0;
		}
		else if (plan.rates().adults() == AdultRates.ZERO) {
			this.zeros -= plan.rateRows() - plan.rateRows() / RateSheet.AGES;
		}
		if (plan.rates().tobacco() == TobaccoUse.TOLD_APART) {
			this.toldApart.merge(plan.year(), -plan.rateRows(), Integer::sum);
		}
	}

	/** Whether one adult of the next price list is to be filed as zero. */
	boolean fileZero(Plan plan) {
		if (!plan.kind().category().isDental() || plan.rates().adults().isChildOnly()) {
			return false;
		}
		if (this.dentalLists++ % ZERO_IN_EVERY != 0 || this.zeros <= 0) {
			return false;
		}
		this.zeros--;
		return true;
	}

	/** How many rows of the next price list are to tell tobacco users apart. */
	int tellApart(Plan plan, int rows) {
		if (plan.kind().category().isDental() || plan.rates().tobacco() != TobaccoUse.NO_PREFERENCE) {
			return 0;
		}
		int left = this.toldApart.getOrDefault(plan.year(), 0);
		if (this.medicalLists++ % TOLD_APART_IN_EVERY != 0 || left <= 0) {
			return 0;
		}
		int taken = Math.min(rows, left);
		this.toldApart.put(plan.year(), left - taken);
		return taken;
	}

}
