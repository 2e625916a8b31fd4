package io.planstream.generator.rate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

	/** Published for all years and for 2016; the rest is divided by the years' rows. */
	private static final Map<BusinessYear, Integer> PUBLISHED_TOLD_APART = Map.of(BusinessYear.Y2014, 1_522_910,
			BusinessYear.Y2015, 1_875_800, BusinessYear.Y2016, 1_491_412);

	private static final int MARK_IN_EVERY = 10;

	private static final int TOLD_APART_IN_EVERY = 5;

	private final Map<BusinessYear, Integer> toldApart = new EnumMap<>(BusinessYear.class);

	private final List<Marks> marks = new ArrayList<>();

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
		missing.marks.addAll(Marks.published());
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
		this.marks.forEach((mark) -> mark.subtract(plan, seed));
		if (plan.rates().tobacco() == TobaccoUse.TOLD_APART) {
			this.toldApart.merge(plan.year(), -plan.rateRows(), Integer::sum);
		}
	}

	/**
	 * What one adult of the next price list is to be filed with instead of a price, if
	 * anything.
	 */
	Optional<PriceList> markOneAdult(Plan plan) {
		if (!plan.kind().category().isDental() || plan.rates().adults().isChildOnly()
				|| this.dentalLists++ % MARK_IN_EVERY != 0) {
			return Optional.empty();
		}
		return this.marks.stream().filter((mark) -> mark.isShortIn(plan.year())).findFirst().map(Marks::takeOne);
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

	/**
	 * Rows that hold a mark of "not sold" instead of a price.
	 */
	private static final class Marks {

		private final AdultRates mark;

		private final Set<BusinessYear> years;

		private final PriceList list;

		private int left;

		private Marks(AdultRates mark, int published, BusinessYear... years) {
			this.mark = mark;
			this.years = Set.of(years);
			this.list = new Flat(mark.mills());
			this.left = published;
		}

		/** Zeros were published for all years only: they come last, and fill up any. */
		static List<Marks> published() {
			List<Marks> marks = new ArrayList<>();
			for (AdultRates mark : AdultRates.values()) {
				for (BusinessYear year : BusinessYear.values()) {
					mark.publishedRows(year).ifPresent((rows) -> marks.add(new Marks(mark, rows, year)));
				}
			}
			marks.add(new Marks(AdultRates.ZERO, 682_484, BusinessYear.values()));
			return marks;
		}

		void subtract(Plan plan, long seed) {
			if (!this.years.contains(plan.year())) {
				return;
			}
			if (plan.isFamilyPriced()) {
				this.left -= (Pricing.of(plan, seed).familyMills() == this.mark.mills()) ? plan.rateRows() : 0;
			}
			else if (plan.rates().adults() == this.mark) {
				this.left -= plan.rateRows() - plan.rateRows() / RateSheet.AGES;
			}
		}

		boolean isShortIn(BusinessYear year) {
			return this.left > 0 && this.years.contains(year);
		}

		PriceList takeOne() {
			this.left--;
			return this.list;
		}

	}

	/**
	 * The same for everyone.
	 *
	 * @param mills in thousandths of a dollar
	 */
	private record Flat(int mills) implements PriceList {

		@Override
		public long individual(int age) {
			return this.mills;
		}

		@Override
		public long tobacco(int age) {
			return this.mills;
		}

	}

}
