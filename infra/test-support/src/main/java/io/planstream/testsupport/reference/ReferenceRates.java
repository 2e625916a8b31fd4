package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What {@code Rate.csv} amounts to at every grain.
 *
 * @param rows the data rows of the file
 * @param rowsRounded rows with a rate or tobacco rate of more than two decimals that are
 * not zeros
 * @param byAge every row
 * @param byIssuer every row
 * @param byRatingArea the ages 21, 40 and 60
 * @param byPlan the ages 21, 40 and 60
 * @param percentiles every price
 */
public record ReferenceRates(long rows, long rowsRounded, Map<RateGroup.Age, AgeFigures> byAge,
		Map<RateGroup.Issuer, RateFigures> byIssuer, Map<RateGroup.RatingArea, RateFigures> byRatingArea,
		Map<RateGroup.Plan, RateFigures> byPlan, Map<RateGroup.Coverage, Percentiles> percentiles) {

	/**
	 * Read a file.
	 * @param rateCsv the file
	 * @param plans where rates take level, market and coverage from
	 * @return what it amounts to
	 * @throws IOException if it cannot be read
	 */
	public static ReferenceRates of(Path rateCsv, ReferencePlans plans) throws IOException {
		Counting counting = new Counting(plans);
		CsvRows.forEach(rateCsv, counting::add);
		return counting.result();
	}

	/**
	 * All rates together.
	 * @return counts, sum, least and greatest price of the file
	 */
	public RateFigures total() {
		RateFigures total = RateFigures.NONE;
		for (RateFigures figures : this.byIssuer.values()) {
			total = total.plus(figures);
		}
		return total;
	}

	/** The maps while they grow. */
	private static final class Counting {

		private static final Set<String> COMPARED_AGES = Set.of("21", "40", "60");

		private final ReferencePlans plans;

		private final Map<RateGroup.Age, AgeFigures> byAge = new HashMap<>();

		private final Map<RateGroup.Issuer, RateFigures> byIssuer = new HashMap<>();

		private final Map<RateGroup.RatingArea, RateFigures> byRatingArea = new HashMap<>();

		private final Map<RateGroup.Plan, RateFigures> byPlan = new HashMap<>();

		private final Map<RateGroup.Coverage, Prices> prices = new HashMap<>();

		private long rows;

		private long rowsRounded;

		Counting(ReferencePlans plans) {
			this.plans = plans;
		}

		void add(CsvRows row) {
			Amount rate = Amount.of(row.text("IndividualRate"));
			Amount tobaccoRate = Amount.of(row.text("IndividualTobaccoRate"));
			int year = row.number("BusinessYear");
			String state = row.text("StateCode");
			PlanFacts plan = this.plans.factsOf(year, row.text("PlanId"));
			RateGroup group = new RateGroup(year, state, plan.market(), plan.coverage(), plan.metalLevel());
			this.rows++;
			this.rowsRounded += (rate.isRounded() || tobaccoRate.isRounded()) ? 1 : 0;
			String age = row.known("Age");
			RateGroup.Age ageKey = new RateGroup.Age(group, age, row.known("Tobacco"));
			this.byAge.put(ageKey, this.byAge.getOrDefault(ageKey, AgeFigures.NONE).plus(rate, tobaccoRate));
			count(this.byIssuer, new RateGroup.Issuer(group, row.known("IssuerId")), rate);
			if (COMPARED_AGES.contains(age)) {
				String area = row.known("RatingAreaId");
				count(this.byRatingArea, new RateGroup.RatingArea(group, area, age), rate);
				count(this.byPlan, new RateGroup.Plan(year, state, row.text("PlanId"), area, age), rate);
			}
			if (rate.isPrice()) {
				RateGroup.Coverage key = new RateGroup.Coverage(year, state, plan.coverage());
				this.prices.computeIfAbsent(key, (each) -> new Prices()).add(rate.cents());
			}
		}

		ReferenceRates result() {
			Map<RateGroup.Coverage, Percentiles> percentiles = new HashMap<>();
			this.prices.forEach((key, each) -> percentiles.put(key, Percentiles.of(each)));
			return new ReferenceRates(this.rows, this.rowsRounded, this.byAge, this.byIssuer, this.byRatingArea,
					this.byPlan, percentiles);
		}

		private static <K> void count(Map<K, RateFigures> grain, K key, Amount rate) {
			grain.put(key, grain.getOrDefault(key, RateFigures.NONE).plus(rate));
		}

	}

}
