package io.planstream.generator.market;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All plans of the three years in the order of the files: year, state, issuer, plan. The
 * same scale and seed give the same plans, and the plans of a smaller scale are among
 * those of scale 1. Only the plans of one state and year are in memory at a time.
 */
public final class Market {

	private final double scale;

	private final long seed;

	/**
	 * Prepare a market.
	 * @param scale the share of the plans to keep, above 0 up to 1
	 * @param seed decides on all that is drawn
	 */
	public Market(double scale, long seed) {
		if (!(scale > 0 && scale <= 1)) {
			throw new IllegalArgumentException("The scale is " + scale + ": it must be above 0 and at most 1");
		}
		this.scale = scale;
		this.seed = seed;
	}

	/**
	 * Count the rate rows of the market.
	 * @return the rows of all plans
	 */
	public long rateRows() {
		long[] rows = new long[1];
		try {
			forEach((plan) -> rows[0] += plan.rateRows());
		}
		catch (IOException ex) {
			throw new IllegalStateException("Counting writes nothing", ex);
		}
		return rows[0];
	}

	/**
	 * Show all plans to a visitor.
	 * @param visitor the visitor
	 * @throws IOException if the visitor throws it
	 */
	public void forEach(PlanVisitor visitor) throws IOException {
		Map<State, StatePlanner> planners = new EnumMap<>(State.class);
		Thinning thinning = new Thinning(this.scale);
		for (BusinessYear year : BusinessYear.values()) {
			forEach(year, planners, thinning, visitor);
		}
	}

	private void forEach(BusinessYear year, Map<State, StatePlanner> planners, Thinning thinning, PlanVisitor visitor)
			throws IOException {
		List<StateYear> states = StateYear.of(year);
		YearQuotas quotas = YearQuotas.of(year);
		VariantQuotas variants = VariantQuotas.of(year, states);
		int[] counts = thinning.counts(states);
		int plansBefore = 0;
		for (int index = 0; index < counts.length; index++) {
			StatePlanner planner = planners.computeIfAbsent(states.get(index).state(),
					(state) -> new StatePlanner(state, this.seed));
			variants.next();
			List<Plan> plans = planner.plan(year, quotas, variants, plansBefore);
			plansBefore += plans.size();
			plans.forEach(variants::subtract);
			for (Plan plan : thinning.keep(plans, counts[index])) {
				visitor.visit(plan);
			}
		}
	}

}
