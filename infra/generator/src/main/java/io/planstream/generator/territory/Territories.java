package io.planstream.generator.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.planstream.generator.market.Apportionment;
import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Census;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Geography;
import io.planstream.generator.market.Issuer;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.market.State;

/**
 * The networks and service areas of all issuers. Their rows add up to the published ones
 * at scale 1; at any scale each issuer that sells a plan has at least one of both.
 * Immutable.
 */
public final class Territories {

	private static final Map<BusinessYear, Published> PUBLISHED = Map.of(BusinessYear.Y2014,
			new Published(937, 120, 401, 8473), BusinessYear.Y2015, new Published(1459, 188, 670, 16825),
			BusinessYear.Y2016, new Published(1426, 183, 724, 15154));

	private static final int USUAL_COUNTIES = 22;

	private final Map<BusinessYear, Map<Integer, Territory>> byIssuer = new EnumMap<>(BusinessYear.class);

	private Territories() {
	}

	/**
	 * Lay out the territories of all years.
	 * @param census the plans sold
	 * @param seed the seed of the data set
	 * @return the territories
	 */
	public static Territories of(Census census, long seed) {
		Territories territories = new Territories();
		for (BusinessYear year : BusinessYear.values()) {
			territories.byIssuer.put(year, new Year(year, census, seed).layOut());
		}
		return territories;
	}

	/**
	 * All of a year, state by state.
	 * @param year the year
	 * @return the territories in the order of the files
	 */
	public Collection<Territory> of(BusinessYear year) {
		return this.byIssuer.get(year).values();
	}

	/**
	 * That of an issuer.
	 * @param year the year
	 * @param issuer the issuer
	 * @return its territory
	 */
	public Territory of(BusinessYear year, Issuer issuer) {
		return this.byIssuer.get(year).get(issuer.id());
	}

	/**
	 * Counts of the published files.
	 *
	 * @param networkRows rows of the networks
	 * @param repeatedNetworks those whose key another row has too; 491 in three years
	 * @param wholeStates service areas that are a whole state
	 * @param counties rows of service areas that name a county
	 */
	private record Published(int networkRows, int repeatedNetworks, int wholeStates, int counties) {
	}

	private static final class Year {

		private final BusinessYear year;

		private final Census census;

		private final long seed;

		private final List<Issuer> issuers = new ArrayList<>();

		private final List<State> states = new ArrayList<>();

		private final double[] weights;

		Year(BusinessYear year, Census census, long seed) {
			this.year = year;
			this.census = census;
			this.seed = seed;
			Map<Integer, Double> plans = new LinkedHashMap<>();
			for (Census.Entry plan : census.plans(year)) {
				if (plans.merge(plan.issuer().id(), 1.0, Double::sum) == 1) {
					this.issuers.add(plan.issuer());
					this.states.add(plan.state());
				}
			}
			this.weights = plans.values().stream().mapToDouble((count) -> 3 + count).toArray();
		}

		Map<Integer, Territory> layOut() {
			Published published = PUBLISHED.get(this.year);
			int repeated = this.census.scaled(published.repeatedNetworks());
			int networks = Math.max(this.issuers.size(), this.census.scaled(published.networkRows()) - repeated);
			int[] more = Apportionment.divide(networks - this.issuers.size(), this.weights);
			int[] twice = filedTwice(repeated);
			List<List<ServiceArea>> areas = areas(published);
			Map<Integer, Territory> territories = new LinkedHashMap<>();
			for (int i = 0; i < this.issuers.size(); i++) {
				territories.put(this.issuers.get(i).id(), new Territory(this.year, this.states.get(i),
						this.issuers.get(i), 1 + more[i], twice[i], areas.get(i)));
			}
			return territories;
		}

		/** States with a system of their own have individual and group rows apart. */
		private int[] filedTwice(int rows) {
			double[] claims = new double[this.issuers.size()];
			for (int i = 0; i < claims.length; i++) {
				claims[i] = this.issuers.get(i).source().equals("SERFF") ? this.weights[i] : 0;
			}
			if (Arrays.stream(claims).sum() == 0) {
				Arrays.fill(claims, 1);
			}
			return Apportionment.divide(rows, claims);
		}

		private List<List<ServiceArea>> areas(Published published) {
			int whole = this.census.scaled(published.wholeStates());
			int counties = this.census.scaled(published.counties());
			List<List<ServiceArea>> areas = new ArrayList<>();
			List<Integer> withCounties = new ArrayList<>();
			int step = coprime(this.issuers.size());
			boolean[] wholeState = new boolean[this.issuers.size()];
			for (int i = 0; i < Math.min(whole, wholeState.length); i++) {
				wholeState[(int) ((long) i * step % wholeState.length)] = true;
			}
			int left = Math.max(0, whole - wholeState.length);
			for (int i = 0; i < wholeState.length; i++) {
				areas.add(new ArrayList<>());
				if (wholeState[i]) {
					areas.get(i).add(new ServiceArea(1, true, 0, 0));
				}
				else {
					withCounties.add(i);
				}
			}
			for (int i = 0; left > 0; i++, left--) {
				areas.get(i % areas.size()).add(new ServiceArea(areas.get(i % areas.size()).size() + 1, true, 0, 0));
			}
			addCountyAreas(areas, withCounties, counties);
			return areas;
		}

		private void addCountyAreas(List<List<ServiceArea>> areas, List<Integer> owners, int rows) {
			for (int turn = 0; room(owners) < rows || owners.size() < rows / USUAL_COUNTIES; turn++) {
				owners.add((int) ((long) turn * coprime(areas.size()) % areas.size()));
			}
			int[] counties = counties(owners, rows);
			for (int i = 0; i < counties.length; i++) {
				int owner = owners.get(i);
				Draws draws = Draws.of(this.seed, Purpose.TERRITORY, this.year.number(), this.issuers.get(owner).id(),
						i);
				areas.get(owner)
					.add(new ServiceArea(areas.get(owner).size() + 1, false,
							draws.below(Geography.of(this.states.get(owner)).counties()), counties[i]));
			}
		}

		/** As many counties as wanted, at least one each and no more than there are. */
		private int[] counties(List<Integer> owners, int rows) {
			int[] counties = new int[owners.size()];
			Arrays.fill(counties, 1);
			for (int left = rows - counties.length; left > 0; left = rows - Arrays.stream(counties).sum()) {
				double[] room = new double[counties.length];
				for (int i = 0; i < room.length; i++) {
					room[i] = Geography.of(this.states.get(owners.get(i))).counties() - counties[i];
				}
				int[] more = Apportionment.divide(left, room);
				for (int i = 0; i < room.length; i++) {
					counties[i] += Math.min(more[i], (int) room[i]);
				}
			}
			return counties;
		}

		private int room(List<Integer> owners) {
			return owners.stream().mapToInt((owner) -> Geography.of(this.states.get(owner)).counties()).sum();
		}

		/**
		 * A step that meets every issuer once, and not neighbours one after the other.
		 */
		private static int coprime(int size) {
			int step = Math.max(1, size * 5 / 8);
			while (gcd(step, size) != 1) {
				step++;
			}
			return step;
		}

		private static int gcd(int one, int other) {
			return (other == 0) ? one : gcd(other, one % other);
		}

	}

}
