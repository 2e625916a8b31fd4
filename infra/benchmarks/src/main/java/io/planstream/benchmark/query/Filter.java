package io.planstream.benchmark.query;

import java.util.ArrayList;
import java.util.List;

import io.planstream.superset.asset.ChartQuery.Condition;

/**
 * What the person who looks has chosen.
 *
 * @param year a plan year, or null for all of them
 * @param state a state, or null for all of them
 */
record Filter(Integer year, String state) {

	static final Filter NONE = new Filter(null, null);

	List<Condition> conditions() {
		List<Condition> conditions = new ArrayList<>();
		if (this.year != null) {
			conditions.add(Condition.in("business_year", this.year));
		}
		if (this.state != null) {
			conditions.add(Condition.in("state_code", this.state));
		}
		return conditions;
	}

	String sql() {
		String ofYear = (this.year != null) ? "business_year = " + this.year : "";
		return (this.state != null) ? ofYear + " and state_code = '" + this.state + "'" : ofYear;
	}

	String title() {
		return (this.year == null) ? "-" : (this.state == null) ? "year" : "year, state";
	}

}
