package io.planstream.generator.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Leaves out plans of a year until the share wanted is left, whole plans only. Every
 * state keeps at least one plan as long as there are enough of them; which ones is chosen
 * so that rows, coverages, quarters and so on stay as near as possible to the share,
 * errors of one state being made good in the next.
 */
final class Thinning {

	private final double scale;

	private final Traits off;

	Thinning(double scale) {
		this.scale = scale;
		this.off = new Traits();
	}

	/**
	 * Count the plans to keep.
	 * @param where the states of the year
	 * @return a count for each
	 */
	int[] counts(List<StateYear> where) {
		int all = where.stream().mapToInt(StateYear::plans).sum();
		int kept = Math.max(1, (int) Math.round(all * this.scale));
		int least = (kept >= where.size()) ? 1 : 0;
		double[] weights = where.stream()
			.mapToDouble((each) -> Math.max(0, each.plans() * this.scale - least))
			.toArray();
		int[] counts = Apportionment.divide(kept - least * where.size(), weights);
		for (int index = 0; index < counts.length; index++) {
			counts[index] = Math.min(counts[index] + least, where.get(index).plans());
		}
		return counts;
	}

	/**
	 * Choose the plans to keep.
	 * @param plans the plans of a state and year
	 * @param count how many to keep
	 * @return those, in the order given; also the plans that no scale leaves out
	 */
	List<Plan> keep(List<Plan> plans, int count) {
		Traits wanted = new Traits();
		plans.forEach((plan) -> wanted.add(plan, -this.scale));
		this.off.add(wanted);
		Set<Plan> best = Collections.newSetFromMap(new IdentityHashMap<>());
		best.addAll(bestSample(plans, count));
		List<Plan> kept = plans.stream().filter((plan) -> plan.isKeptAlways() || best.contains(plan)).toList();
		kept.forEach((plan) -> this.off.add(plan, 1));
		return kept;
	}

	private List<Plan> bestSample(List<Plan> plans, int count) {
		List<Plan> strata = new ArrayList<>(plans);
		strata.sort(Comparator.comparing((Plan plan) -> plan.kind().category())
			.thenComparing((plan) -> plan.kind().metal())
			.thenComparingInt(Plan::rateRows));
		List<Plan> best = List.of();
		double least = Double.MAX_VALUE;
		int offsets = (count > 0) ? (plans.size() + count - 1) / count : 0;
		for (int offset = 0; offset < offsets; offset++) {
			List<Plan> sample = sample(strata, count, (double) offset / offsets);
			Traits result = new Traits();
			result.add(this.off);
			sample.forEach((plan) -> result.add(plan, 1));
			if (result.distance() < least) {
				least = result.distance();
				best = sample;
			}
		}
		return best;
	}

	private static List<Plan> sample(List<Plan> strata, int count, double offset) {
		List<Plan> sample = new ArrayList<>(count);
		for (int number = 0; number < count; number++) {
			sample.add(strata.get((int) ((number + offset) * strata.size() / count)));
		}
		return sample;
	}

	/** Sums over plans of what a thinned file is to keep in proportion. */
	private static final class Traits {

		// What an error of one counts, for each sum.
		private static final double[] WEIGHTS = { 1, 1, 12, 0.7, 0.7, 1, 3, 3, 40 };

		private final double[] sums = new double[WEIGHTS.length];

		void add(Plan plan, double times) {
			double rows = plan.rateRows() * times;
			boolean dental = plan.kind().category().isDental();
			this.sums[0] += rows;
			this.sums[1] += (dental && !plan.isFamilyPriced()) ? rows : 0;
			this.sums[2] += plan.isFamilyPriced() ? rows : 0;
			this.sums[3] += plan.rates().tobacco().hasRate() ? rows : 0;
			this.sums[4] += (plan.rates().calendar() != RateCalendar.ANNUAL) ? rows : 0;
			this.sums[5] += plan.rates().adults().isNoPrice() ? rows : 0;
			this.sums[6] += (plan.rates().adults() == AdultRates.FOUR_NINES) ? rows : 0;
			this.sums[7] += (plan.rates().adults() == AdultRates.SIX_NINES) ? rows : 0;
			this.sums[8] += plan.attributeRows() * times;
		}

		void add(Traits other) {
			for (int index = 0; index < this.sums.length; index++) {
				this.sums[index] += other.sums[index];
			}
		}

		double distance() {
			double distance = 0;
			for (int index = 0; index < this.sums.length; index++) {
				distance += WEIGHTS[index] * Math.abs(this.sums[index]);
			}
			return distance;
		}

	}

}
