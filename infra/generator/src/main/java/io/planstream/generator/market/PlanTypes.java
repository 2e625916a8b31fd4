package io.planstream.generator.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan types as they are filed: as drawn, but for the few plans by which the rows of
 * a type would differ from the published ones (a copy of the file with one row fewer).
 * Immutable.
 */
final class PlanTypes {

	private static final Map<PlanType, Integer> PUBLISHED = Map.of(PlanType.PPO, 33_074, PlanType.HMO, 30_751,
			PlanType.POS, 8061, PlanType.EPO, 5086, PlanType.INDEMNITY, 381);

	private final Map<String, PlanType> changed = new HashMap<>();

	private final Map<PlanType, Integer> surplus = new EnumMap<>(PlanType.class);

	private PlanTypes() {
	}

	/** Of all plans at scale 1. */
	static PlanTypes of(List<Filed> plans) {
		PlanTypes types = new PlanTypes();
		PUBLISHED.forEach((type, rows) -> types.surplus.put(type, -rows));
		plans.forEach((plan) -> types.surplus.merge(plan.type(), plan.rows(), Integer::sum));
		List<Filed> spread = new ArrayList<>(plans);
		// Not state by state: every state has a share of the changes.
		spread.sort(Comparator.comparingInt((Filed plan) -> plan.id().hashCode() * 0x9E3779B9)
			.thenComparing((plan) -> plan.key()));
		int before = -1;
		while (before != types.changed.size()) {
			before = types.changed.size();
			spread.forEach(types::settle);
		}
		return types;
	}

	private void settle(Filed plan) {
		PlanType now = this.changed.getOrDefault(plan.key(), plan.type());
		if (plan.rows() == 0 || this.surplus.get(now) < plan.rows()) {
			return;
		}
		for (PlanType other : PlanType.values()) {
			if (-this.surplus.get(other) >= plan.rows()) {
				this.surplus.merge(now, -plan.rows(), Integer::sum);
				this.surplus.merge(other, plan.rows(), Integer::sum);
				this.changed.put(plan.key(), other);
				return;
			}
		}
	}

	PlanType of(Plan plan) {
		return this.changed.getOrDefault(Filed.key(plan.year(), plan.id()), plan.kind().type());
	}

	/**
	 * A plan and the rows it files.
	 */
	record Filed(BusinessYear year, String id, PlanType type, int rows) {

		static String key(BusinessYear year, String id) {
			return year + id;
		}

		String key() {
			return key(this.year, this.id);
		}

	}

}
