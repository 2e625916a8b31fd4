package io.planstream.generator.rate;

import io.planstream.generator.market.BusinessYear;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Plan;
import io.planstream.generator.market.Purpose;
import io.planstream.generator.market.State;

/**
 * What one plan asks in one year. Medical plans follow the age curve; dental plans have a
 * price for children and one for adults. All amounts are whole numbers of thousandths of
 * a dollar, rounded to cents, so that no platform computes another price.
 */
final class Pricing {

	private static final int CENT = 10;

	// Calibrated on the published means per metal level.
	private static final int MEDICAL_PER_MILLE = 702;

	private final Plan plan;

	private final long seed;

	private final long adultMills;

	private final long childMills;

	private final int tobaccoPerMille;

	private final int quarterPerMille;

	private Pricing(Plan plan, long seed, Draws draws) {
		this.plan = plan;
		this.seed = seed;
		this.adultMills = plan.kind().category().isDental() ? dental(plan, draws) : medical(plan, seed, draws);
		this.childMills = this.adultMills * draws.between(750, 1300) / 1000;
		this.tobaccoPerMille = 30 + draws.below(160) + draws.below(160);
		boolean unchanged = plan.draws(seed, Purpose.QUARTERS).chance(plan.year().unchangedQuartersPerMille());
		this.quarterPerMille = unchanged ? 0 : draws.between(3, 22);
	}

	static Pricing of(Plan plan, long seed) {
		return new Pricing(plan, seed, plan.draws(seed, Purpose.PRICES));
	}

	/** The prices of a rating area in a period of the year. */
	PriceList list(int area, int period) {
		if (this.plan.kind().category().isDental()) {
			return new DentalList(this.plan, atArea(this.childMills, 0, period), atArea(this.adultMills, 0, period));
		}
		return new MedicalList(atArea(this.adultMills, area, period), this.tobaccoPerMille);
	}

	/** The price of a single person in a plan priced per family. */
	long familyMills() {
		Draws draws = this.plan.draws(this.seed, Purpose.SINGLE_PRICE);
		if (draws.chance(85)) {
			return 0;
		}
		return draws.chance(30) ? draws.between(300, 900) * CENT : cents(this.adultMills);
	}

	private static long medical(Plan plan, long seed, Draws draws) {
		int metal = switch (plan.kind().metal()) {
			case BRONZE -> 796;
			case SILVER -> 976;
			case GOLD -> 1150;
			case PLATINUM -> 1291;
			case CATASTROPHIC -> 615;
			case LOW, HIGH -> throw new IllegalArgumentException("No medical level: " + plan.kind().metal());
		};
		long mills = plan.state().medianMedicalCents() * 10L * MEDICAL_PER_MILLE / 1000 * metal / 1000;
		int issuer = Draws.of(seed, Purpose.ISSUER_PRICES, plan.issuer().id(), plan.year().number()).between(860, 1140);
		mills = mills * issuer / 1000 * (880 + draws.below(120) + draws.below(120)) / 1000;
		// Some plans of Virginia insured far more than any other in 2014.
		boolean rider = plan.state() == State.VA && plan.year() == BusinessYear.Y2014 && draws.chance(30);
		return rider ? mills * 6 : mills;
	}

	private static long dental(Plan plan, Draws draws) {
		int from = switch (plan.kind().metal()) {
			case LOW -> 1400;
			case HIGH -> 1800;
			case BRONZE, SILVER, GOLD, PLATINUM, CATASTROPHIC ->
				throw new IllegalArgumentException("No dental level: " + plan.kind().metal());
		};
		// Most cost little more than the least, some several times as much.
		int more = draws.chance(140) ? draws.between(500, 7000) : 0;
		return (from + draws.below(1700) + more) * (long) CENT;
	}

	private long atArea(long mills, int area, int period) {
		int place = (area == 0) ? 1000
				: Draws.of(this.seed, Purpose.AREA_PRICES, this.plan.state().ordinal(), area).between(900, 1100);
		return mills * place / 1000 * (1000 + period * this.quarterPerMille) / 1000;
	}

	private static long cents(long mills) {
		return (mills + CENT / 2) / CENT * CENT;
	}

	/**
	 * The prices of a medical plan.
	 *
	 * @param mills the price at 21, not rounded
	 * @param tobaccoPerMille what tobacco users above 55 pay on top
	 */
	private record MedicalList(long mills, int tobaccoPerMille) implements PriceList {

		@Override
		public long individual(int age) {
			return cents(this.mills * AgeCurve.perMille(age) / 1000);
		}

		@Override
		public long tobacco(int age) {
			return cents(individual(age) * (1000 + this.tobaccoPerMille * ageShare(age) / 100) / 1000);
		}

		// Children pay nothing on top; the young pay a part of it.
		private static int ageShare(int age) {
			if (age == 0) {
				return 0;
			}
			if (age < 20) {
				return 75;
			}
			return (age < 35) ? 95 : 115;
		}

	}

	/**
	 * The prices of a dental plan.
	 *
	 * @param plan the plan
	 * @param childMills the price of a child
	 * @param adultMills the price of an adult, if the plan takes adults
	 */
	private record DentalList(Plan plan, long childMills, long adultMills) implements PriceList {

		@Override
		public long individual(int age) {
			if (age == 0) {
				return cents(this.childMills);
			}
			return this.plan.rates().adults().isChildOnly() ? this.plan.rates().adults().mills()
					: cents(this.adultMills);
		}

		@Override
		public long tobacco(int age) {
			return individual(age);
		}

	}

}
