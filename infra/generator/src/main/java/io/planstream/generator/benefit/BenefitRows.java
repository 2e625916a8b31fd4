package io.planstream.generator.benefit;

import java.util.EnumMap;
import java.util.Map;

import io.planstream.generator.market.Apportionment;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Geography;
import io.planstream.generator.market.State;

/**
 * How many benefits each plan variant lists, so that the rows of each state over all
 * years, and of each year over all states, are the published ones at scale 1.
 */
final class BenefitRows {

	private static final Map<BusinessYear, Integer> PUBLISHED = Map.of(BusinessYear.Y2014, 1_164_869,
			BusinessYear.Y2015, 2_079_286, BusinessYear.Y2016, 1_804_253);

	/** More than enough: the margins are met to a tenth of a row after some ten. */
	private static final int ROUNDS = 60;

	private final Census census;

	private final double[][] fitted = new double[State.values().length][BusinessYear.values().length];

	private final Map<BusinessYear, Map<State, Integer>> rows = new EnumMap<>(BusinessYear.class);

	BenefitRows(Census census) {
		this.census = census;
		for (State state : State.values()) {
			for (BusinessYear year : BusinessYear.values()) {
				this.fitted[state.ordinal()][year.ordinal()] = census.attributeRows(year, state);
			}
		}
		for (int round = 0; round < ROUNDS; round++) {
			fitYears();
			fitStates();
		}
		round();
	}

	/** The benefits that a row of the plan attributes lists. */
	int of(BusinessYear year, State state, int attributeRow) {
		int all = this.rows.get(year).get(state);
		int attributeRows = this.census.attributeRows(year, state);
		return all / attributeRows + ((attributeRow < all % attributeRows) ? 1 : 0);
	}

	private void fitYears() {
		for (BusinessYear year : BusinessYear.values()) {
			double sum = 0;
			for (double[] state : this.fitted) {
				sum += state[year.ordinal()];
			}
			for (double[] state : this.fitted) {
				state[year.ordinal()] *= PUBLISHED.get(year) / sum;
			}
		}
	}

	private void fitStates() {
		for (State state : State.values()) {
			double[] years = this.fitted[state.ordinal()];
			double sum = years[0] + years[1] + years[2];
			for (int year = 0; year < years.length; year++) {
				years[year] *= Geography.of(state).benefitRows() / sum;
			}
		}
	}

	/** Whole rows: states exactly, then single rows are moved between years. */
	private void round() {
		int[] missing = new int[BusinessYear.values().length];
		for (BusinessYear year : BusinessYear.values()) {
			this.rows.put(year, new EnumMap<>(State.class));
			missing[year.ordinal()] = PUBLISHED.get(year);
		}
		for (State state : State.values()) {
			int[] parts = Apportionment.divide(Geography.of(state).benefitRows(), this.fitted[state.ordinal()]);
			for (BusinessYear year : BusinessYear.values()) {
				this.rows.get(year).put(state, parts[year.ordinal()]);
				missing[year.ordinal()] -= parts[year.ordinal()];
			}
		}
		for (BusinessYear to : BusinessYear.values()) {
			for (BusinessYear from : BusinessYear.values()) {
				move(from, to, missing);
			}
		}
	}

	private void move(BusinessYear from, BusinessYear to, int[] missing) {
		for (State state : State.values()) {
			boolean inBoth = this.census.attributeRows(from, state) > 0 && this.census.attributeRows(to, state) > 0;
			if (inBoth && missing[to.ordinal()] > 0 && missing[from.ordinal()] < 0) {
				this.rows.get(from).merge(state, -1, Integer::sum);
				this.rows.get(to).merge(state, 1, Integer::sum);
				missing[from.ordinal()]++;
				missing[to.ordinal()]--;
			}
		}
	}

}
