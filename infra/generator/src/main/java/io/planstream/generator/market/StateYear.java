package io.planstream.generator.market;

import java.util.ArrayList;
import java.util.List;

/**
 * A state in a year in which the marketplace served it.
 *
 * @param state the state
 * @param year the year
 */
record StateYear(State state, BusinessYear year) {

	/** All of a year, in the order of the files. */
	static List<StateYear> of(BusinessYear year) {
		List<StateYear> all = new ArrayList<>();
		for (State state : State.values()) {
			if (state.plans(year) > 0) {
				all.add(new StateYear(state, year));
			}
		}
		return all;
	}

	int plans() {
		return this.state.plans(this.year);
	}

}
