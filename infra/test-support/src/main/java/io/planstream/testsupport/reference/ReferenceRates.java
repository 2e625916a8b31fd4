package io.planstream.testsupport.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
 * @param planPremium the prices of the ages 21, 40 and 60: table {@code plan_premium}
 */
public record ReferenceRates(long rows, long rowsRounded, Map<RateGroup.Age, AgeFigures> byAge,
		Map<RateGroup.Issuer, RateFigures> byIssuer, Map<RateGroup.RatingArea, RateFigures> byRatingArea,
		Map<RateGroup.Plan, RateFigures> byPlan, Map<RateGroup.Coverage, Percentiles> percentiles,
		ReferenceTable planPremium) {

	static final String DATASET = "rate";

	/**
	 * Read a file.
	 * @param rateCsv the file
	 * @param plans where rates take level, market and coverage from
	 * @return what it amounts to
	 * @throws IOException if it cannot be read
	 */
	public static ReferenceRates of(Path rateCsv, ReferencePlans plans) throws IOException {
		return of(List.of(rateCsv), plans);
	}

	static ReferenceRates of(List<Path> files, ReferencePlans plans) throws IOException {
		RateCounting counting = new RateCounting(plans);
		CsvRows.forEach(files, counting::add);
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

	/** Rows whose tobacco rate is given but no price. */
	long tobaccoSetAside() {
		return this.byAge.values().stream().mapToLong((figures) -> figures.tobacco().setAside()).sum();
	}

	void addTo(Totals totals) {
		this.byIssuer.forEach((key, figures) -> totals.apply(DATASET, Integer.toString(key.group().year()),
				key.group().state(), figures.rates(), figures.setAside()));
	}

	/** The maps while they grow. */
	private static final class RateCounting {

		private static final Set<String> COMPARED_AGES = Set.of("21", "40", "60");

		private final ReferencePlans plans;

		private final Map<RateGroup.Age, AgeFigures> byAge = new HashMap<>();

		private final Map<RateGroup.Issuer, RateFigures> byIssuer = new HashMap<>();

		private final Map<RateGroup.RatingArea, RateFigures> byRatingArea = new HashMap<>();

		private final Map<RateGroup.Plan, RateFigures> byPlan = new HashMap<>();

		private final Map<RateGroup.Coverage, Prices> prices = new HashMap<>();

		private final Tally planPremium = new Tally("plan_premium",
				List.of("business_year", "state_code", "standard_component_id"),
				List.of("rates_21", "cents_21", "rates_40", "cents_40", "rates_60", "cents_60"));

		private long rows;

		private long rowsRounded;

		RateCounting(ReferencePlans plans) {
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
			if (COMPARED_AGES.contains(age) && rate.isPrice()) {
				this.planPremium.at(List.of(Integer.toString(year), state, row.text("PlanId")))
					.count("rates_" + age)
					.add("cents_" + age, rate.cents());
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
					this.byPlan, percentiles, this.planPremium.table());
		}

		private static <K> void count(Map<K, RateFigures> grain, K key, Amount rate) {
			grain.put(key, grain.getOrDefault(key, RateFigures.NONE).plus(rate));
		}

	}

}
