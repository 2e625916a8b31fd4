package io.planstream.generator.rate;

import java.io.IOException;

import io.planstream.generator.csv.CsvBytes;
import io.planstream.generator.market.Draws;
import io.planstream.generator.market.Plan;
import io.planstream.generator.market.Purpose;

/**
 * The seven prices of a family in a plan priced per family.
 *
 * @param couple two adults, in thousandths of a dollar
 * @param oneChild an adult and a child; more children cost no more
 * @param coupleWithChild two adults and a child; more children cost no more
 */
record FamilyRates(long couple, long oneChild, long coupleWithChild) {

	private static final int CENT = 10;

	static FamilyRates of(Plan plan, long seed, long single) {
		Draws draws = plan.draws(seed, Purpose.FAMILY_PRICES);
		// Plans that ask nothing of a single person still price the family.
		long base = (single > 0) ? single : draws.between(1200, 3600) * (long) CENT;
		long child = base * draws.between(60, 110) / 100 / CENT * CENT;
		long couple = base * draws.between(152, 186) / 100 / CENT * CENT;
		return new FamilyRates(couple, base + child, couple + child);
	}

	void write(CsvBytes csv) throws IOException {
		csv.raw(',');
		csv.amount(this.couple);
		csv.raw(',');
		for (int children = 1; children <= 3; children++) {
			csv.amount(this.oneChild);
			csv.raw(',');
		}
		for (int children = 1; children <= 3; children++) {
			csv.amount(this.coupleWithChild);
			csv.raw(',');
		}
	}

}
