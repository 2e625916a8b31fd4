package io.planstream.model.plan;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plans of a plan source, reduced to one row per (plan year, standard component id):
 * the lowest variant stands for all, and of several rows of it the first in the files.
 * Some 17,000 entries for three years. Thread-safe.
 */
public final class PlanIndex {

	private final Map<Integer, Map<String, Entry>> years = new ConcurrentHashMap<>();

	/**
	 * Takes a plan row into account.
	 * @param row the row
	 * @param sourceOrder grows with file and line
	 */
	public void add(PlanRow row, long sourceOrder) {
		add(row.businessYear(), row.standardComponentId(), row.variant(), sourceOrder, row.facts());
	}

	/**
	 * Takes a plan into account.
	 * @param businessYear plan year
	 * @param standardComponentId 14 characters
	 * @param variant its variant
	 * @param sourceOrder grows with file and line
	 * @param facts what other rows borrow
	 */
	public void add(int businessYear, String standardComponentId, int variant, long sourceOrder, PlanFacts facts) {
		this.years.computeIfAbsent(businessYear, (year) -> new ConcurrentHashMap<>())
			.merge(standardComponentId, new Entry(variant, sourceOrder, facts), Entry::first);
	}

	/**
	 * The facts of a plan.
	 * @param businessYear plan year
	 * @param standardComponentId 14 characters
	 * @return its facts, or {@link PlanFacts#UNKNOWN}
	 */
	public PlanFacts facts(int businessYear, String standardComponentId) {
		Entry entry = entry(businessYear, standardComponentId);
		return (entry != null) ? entry.facts() : PlanFacts.UNKNOWN;
	}

	/**
	 * Whether a variant is the one that stands for its plan.
	 * @param businessYear plan year
	 * @param standardComponentId 14 characters
	 * @param variant its number
	 * @return true for the lowest variant of its standard component in its year
	 */
	public boolean isBase(int businessYear, String standardComponentId, int variant) {
		Entry entry = entry(businessYear, standardComponentId);
		return entry != null && entry.variant() == variant;
	}

	/**
	 * The plan years it knows.
	 * @return years in order
	 */
	public Set<Integer> years() {
		return new TreeSet<>(this.years.keySet());
	}

	private Entry entry(int businessYear, String standardComponentId) {
		Map<String, Entry> plans = this.years.get(businessYear);
		return (plans != null) ? plans.get(standardComponentId) : null;
	}

	private record Entry(int variant, long sourceOrder, PlanFacts facts) {

		Entry first(Entry other) {
			if (this.variant != other.variant) {
				return (this.variant < other.variant) ? this : other;
			}
			return (this.sourceOrder <= other.sourceOrder) ? this : other;
		}

	}

}
