package io.planstream.generator.market;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All plans of a market in brief, to lay out the files that refer to plans before any is
 * written. Some 26,000 entries at scale 1. Immutable.
 */
public final class Census {

	private final Map<BusinessYear, List<Entry>> plans = new EnumMap<>(BusinessYear.class);

	private final Map<BusinessYear, Map<String, Entry>> byId = new EnumMap<>(BusinessYear.class);

	private final Map<BusinessYear, Map<State, Integer>> attributeRows = new EnumMap<>(BusinessYear.class);

	private final List<PlanTypes.Filed> filed = new ArrayList<>();

	private final double scale;

	private PlanTypes types;

	private Census(double scale) {
		this.scale = scale;
		for (BusinessYear year : BusinessYear.values()) {
			this.plans.put(year, new ArrayList<>());
			this.byId.put(year, new HashMap<>());
			this.attributeRows.put(year, new EnumMap<>(State.class));
		}
	}

	/**
	 * Take the census of a market.
	 * @param scale the share of the plans that is kept
	 * @param seed decides on all that is drawn
	 * @return the kept plans, each with its place among all
	 */
	public static Census of(double scale, long seed) {
		Census census = new Census(scale);
		try {
			Map<BusinessYear, Map<String, Integer>> first = census.countAll(seed);
			new Market(scale, seed).forEach((plan) -> census.add(plan, first.get(plan.year()).get(plan.id())));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Counting writes nothing", ex);
		}
		return census;
	}

	private Map<BusinessYear, Map<String, Integer>> countAll(long seed) throws IOException {
		Map<BusinessYear, Map<String, Integer>> first = new EnumMap<>(BusinessYear.class);
		new Market(1, seed).forEach((plan) -> {
			Map<State, Integer> rows = this.attributeRows.get(plan.year());
			int before = rows.getOrDefault(plan.state(), 0);
			first.computeIfAbsent(plan.year(), (year) -> new HashMap<>()).put(plan.id(), before);
			rows.put(plan.state(), before + plan.attributeRows());
			this.filed.add(new PlanTypes.Filed(plan.year(), plan.id(), plan.kind().type(), plan.attributeRows()));
		});
		this.types = PlanTypes.of(this.filed);
		this.filed.clear();
		return first;
	}

	private void add(Plan plan, int firstRow) {
		Entry entry = new Entry(plan.year(), plan.state(), plan.issuer(), plan.id(), plan.kind(), firstRow);
		this.plans.get(plan.year()).add(entry);
		this.byId.get(plan.year()).put(plan.id(), entry);
	}

	/**
	 * The type of a plan as it is filed.
	 * @param plan the plan
	 * @return the type drawn, or another one that its rows are needed for
	 */
	public PlanType typeOf(Plan plan) {
		return this.types.of(plan);
	}

	/**
	 * A count of the published file, cut down to scale.
	 * @param published rows at scale 1
	 * @return rows at this scale
	 */
	public int scaled(int published) {
		return (int) Math.round(published * this.scale);
	}

	/**
	 * The kept plans of a year in the order of the files.
	 * @param year the year
	 * @return state by state, issuer by issuer
	 */
	public List<Entry> plans(BusinessYear year) {
		return this.plans.get(year);
	}

	/**
	 * A kept plan.
	 * @param year the year
	 * @param id its standard component id
	 * @return the plan, or null if it is not sold in that year or not kept
	 */
	public Entry plan(BusinessYear year, String id) {
		return this.byId.get(year).get(id);
	}

	/**
	 * Rows of the plan attributes of a state and year at scale 1.
	 * @param year the year
	 * @param state the state
	 * @return the rows, zero if the state was not there that year
	 */
	public int attributeRows(BusinessYear year, State state) {
		return this.attributeRows.get(year).getOrDefault(state, 0);
	}

	/**
	 * A plan in brief.
	 *
	 * @param year the year
	 * @param state the state
	 * @param issuer who sells it
	 * @param id the standard component id
	 * @param kind what it is
	 * @param firstRow place of its first row among the plan attributes of its state and
	 * year at scale 1
	 */
	public record Entry(BusinessYear year, State state, Issuer issuer, String id, PlanKind kind, int firstRow) {
	}

}
