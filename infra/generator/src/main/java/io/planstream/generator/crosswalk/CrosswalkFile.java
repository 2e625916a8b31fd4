package io.planstream.generator.crosswalk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.planstream.generator.csv.CsvFile;
import io.planstream.generator.market.Apportionment;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Geography;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.territory.ServiceArea;
import io.planstream.generator.territory.Territories;

/**
 * A crosswalk: a row per plan of a year and county of its service area, with what becomes
 * of the plan in the next year.
 */
public final class CrosswalkFile {

	private static final String NO_PLAN = "00000XX0000000";

	/** Places among the level-0 rows of 2016 that name no plan in spite of it. */
	private static final int UNNAMED_PER_MILLE = 37;

	private final CsvFile csv;

	private final BusinessYear to;

	private final Census census;

	private final Territories territories;

	private final long seed;

	/**
	 * Write a crosswalk.
	 * @param csv takes the rows
	 * @param to the year that plans are carried into
	 * @param census the plans sold
	 * @param territories where they are sold
	 * @param seed the seed of the data set
	 */
	public CrosswalkFile(CsvFile csv, BusinessYear to, Census census, Territories territories, long seed) {
		this.csv = csv;
		this.to = to;
		this.census = census;
		this.territories = territories;
		this.seed = seed;
	}

	/**
	 * The columns.
	 * @param to the year that plans are carried into
	 * @return their names, with both years in them
	 */
	public static String header(BusinessYear to) {
		String names = "State,DentalPlan,PlanID_F,IssuerID_F,MultistatePlan_F,MetalLevel_F,ChildAdultOnly_F,FIPSCode,ZipCode,"
				+ "CrosswalkLevel,ReasonForCrosswalk,PlanID_T,IssuerID_T,MultistatePlan_T,MetalLevel_T,ChildAdultOnly_T,"
				+ "AgeOffPlanID_T,IssuerID_AgeOffT,MultistatePlan_AgeOffT,MetalLevel_AgeOffT,ChildAdultOnly_AgeOffT";
		return names.replaceAll("_F\\b", "_" + (to.number() - 1)).replaceAll("(_|AgeOff)T\\b", "$1" + to.number());
	}

	/**
	 * Write all rows.
	 * @throws IOException if they cannot be written
	 */
	public void write() throws IOException {
		List<Census.Entry> plans = new ArrayList<>(this.census.plans(BusinessYear.values()[this.to.ordinal() - 1]));
		plans.sort(Comparator.comparing((Census.Entry plan) -> plan.kind().shop()));
		List<Share> shares = new ArrayList<>();
		Map<Boolean, List<Census.Entry>> byFate = new HashMap<>();
		plans.forEach((plan) -> byFate
			.computeIfAbsent(this.census.plan(this.to, plan.id()) != null, (fate) -> new ArrayList<>())
			.add(plan));
		for (boolean keepsId : new boolean[] { true, false }) {
			shares.addAll(share(keepsId, byFate));
		}
		shares.sort(Comparator.comparing((Share share) -> share.plan().state())
			.thenComparing((share) -> share.plan().id()));
		for (Share share : shares) {
			write(share);
		}
	}

	/**
	 * Divides the rows of the outcomes among the plans, as far as their counties reach.
	 */
	private List<Share> share(boolean keepsId, Map<Boolean, List<Census.Entry>> byFate) {
		Map<Outcome, Integer> quotas = new EnumMap<>(Outcome.class);
		int rows = 0;
		for (Outcome outcome : Outcome.values()) {
			if (outcome.keepsId() == keepsId) {
				quotas.put(outcome, this.census.scaled(outcome.rows(this.to)));
				rows += quotas.get(outcome);
			}
		}
		List<Census.Entry> plans = reaching(rows, byFate, keepsId);
		int[] parts = Apportionment.divide(rows, plans.stream().mapToDouble(this::counties).toArray());
		List<Share> shares = new ArrayList<>();
		for (int i = 0; i < parts.length; i++) {
			divide(plans.get(i), parts[i], quotas, shares);
		}
		return shares;
	}

	/**
	 * Individual plans before those of groups; plans of the other fate if these do not
	 * do.
	 */
	private List<Census.Entry> reaching(int rows, Map<Boolean, List<Census.Entry>> byFate, boolean keepsId) {
		List<Census.Entry> own = byFate.getOrDefault(keepsId, List.of());
		List<Census.Entry> some = new ArrayList<>();
		long reached = 0;
		for (Census.Entry plan : own) {
			if (reached < rows) {
				some.add(plan);
				reached += counties(plan);
			}
		}
		List<Census.Entry> other = byFate.getOrDefault(!keepsId, List.of());
		for (int i = other.size() - 1; i >= 0 && reached < rows; i--) {
			some.add(other.get(i));
			reached += counties(other.get(i));
		}
		return some;
	}

	private void divide(Census.Entry plan, int rows, Map<Outcome, Integer> quotas, List<Share> shares) {
		Draws draws = Draws.of(this.seed, Purpose.CROSSWALK, this.to.number(), plan.id().hashCode());
		int first = 0;
		while (first < rows) {
			Outcome outcome = draw(quotas, draws);
			int taken = Math.min(rows - first, quotas.get(outcome));
			quotas.merge(outcome, -taken, Integer::sum);
			shares.add(new Share(plan, outcome, first, taken));
			first += taken;
		}
	}

	private static Outcome draw(Map<Outcome, Integer> quotas, Draws draws) {
		Outcome[] outcomes = quotas.keySet().toArray(Outcome[]::new);
		return outcomes[draws.weighted(quotas.values().stream().mapToInt(Integer::intValue).toArray())];
	}

	private int counties(Census.Entry plan) {
		return area(plan).covered(Geography.of(plan.state()));
	}

	private ServiceArea area(Census.Entry plan) {
		return this.territories.of(plan.year(), plan.issuer()).areaOf(plan.id(), this.seed);
	}

	private void write(Share share) throws IOException {
		Census.Entry plan = share.plan();
		Draws draws = Draws.of(this.seed, Purpose.CROSSWALK, this.to.number(), plan.id().hashCode(), share.first());
		Geography geography = Geography.of(plan.state());
		ServiceArea area = area(plan);
		Census.Entry target = target(share, draws);
		String reason = Integer.toString(share.outcome().reason(draws));
		String childOnly = Integer.toString(draws.weighted(850, 100, 50));
		for (int row = share.first(); row < share.first() + share.rows(); row++) {
			int county = area.fips(geography, row % area.covered(geography));
			boolean zip = share.outcome() == Outcome.ZIP_CODE && draws.chance(550);
			boolean unnamed = target == null
					|| this.to.isLast() && share.outcome() == Outcome.SAME_PLAN && draws.chance(UNNAMED_PER_MILLE);
			write(share, childOnly, Integer.toString(county),
					zip ? Integer.toString(draws.between(10_000, 98_999)) : "0", reason, unnamed ? null : target);
		}
	}

	private void write(Share share, String childOnly, String county, String zip, String reason, Census.Entry target)
			throws IOException {
		Census.Entry plan = share.plan();
		this.csv.write(plan.state().name(), plan.kind().category().isDental() ? "Y" : "N", plan.id(),
				Integer.toString(plan.issuer().id()), "N", plan.kind().metal().label(), childOnly, county, zip,
				Integer.toString(share.outcome().ordinal()), reason, (target != null) ? target.id() : NO_PLAN,
				(target != null) ? Integer.toString(target.issuer().id()) : "0", (target != null) ? "N" : "X",
				(target != null) ? target.kind().metal().label() : "X", (target != null) ? childOnly : "X", NO_PLAN,
				"0", "X", "X", "X");
	}

	/** The plan itself, else one of the same issuer and coverage. */
	private Census.Entry target(Share share, Draws draws) {
		if (share.outcome().ends()) {
			return null;
		}
		Census.Entry itself = this.census.plan(this.to, share.plan().id());
		if (share.outcome().keepsId() && itself != null) {
			return itself;
		}
		List<Census.Entry> others = this.census.plans(this.to)
			.stream()
			.filter((other) -> other.issuer().id() == share.plan().issuer().id()
					&& other.kind().category().isDental() == share.plan().kind().category().isDental()
					&& !other.id().equals(share.plan().id()))
			.toList();
		return others.isEmpty() ? null : others.get(draws.below(others.size()));
	}

	/**
	 * What becomes of a plan in some of its counties.
	 *
	 * @param plan the plan
	 * @param outcome what becomes of it
	 * @param first place of the first county
	 * @param rows how many counties
	 */
	private record Share(Census.Entry plan, Outcome outcome, int first, int rows) {
	}

}
