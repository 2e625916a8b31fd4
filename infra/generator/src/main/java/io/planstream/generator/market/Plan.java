package io.planstream.generator.market;

import java.util.List;

/**
 * A plan as sold in one year.
 *
 * @param year the year
 * @param state the state
 * @param issuer who sells it
 * @param id the standard component id, 14 characters
 * @param kind what it is
 * @param rates the rates it files
 * @param variants the numbers of its cost sharing variants, ascending; none for a plan
 * that the plan attributes do not know
 * @param repeated whether its first variant is filed twice
 */
public record Plan(BusinessYear year, State state, Issuer issuer, String id, PlanKind kind, RateSheet rates,
		List<Integer> variants, boolean repeated) {

	/**
	 * Whether the plan is priced per family.
	 * @return whether its only age is {@code Family Option}
	 */
	public boolean isFamilyPriced() {
		return this.kind.category() == PlanCategory.DENTAL_FAMILY;
	}

	/**
	 * The rate rows of the plan.
	 * @return at least one
	 */
	public int rateRows() {
		if (isFamilyPriced()) {
			return this.rates.areas();
		}
		return this.rates.blocks() * (RateSheet.AGES - this.rates.lackingAges());
	}

	/**
	 * The plan attributes rows of the plan.
	 * @return zero or more
	 */
	public int attributeRows() {
		return this.variants.size() + (this.repeated ? 1 : 0);
	}

	/**
	 * Draws that are this plan's own in this year.
	 * @param seed the seed of the data set
	 * @param purpose what they are for
	 * @return the draws
	 */
	public Draws draws(long seed, Purpose purpose) {
		return Draws.of(seed, purpose, this.year.number(), this.issuer.id(), this.id.hashCode());
	}

	/** Whether the plan shows an oddity that a data set of any size shall have. */
	boolean isKeptAlways() {
		return this.variants.isEmpty() || this.repeated && this.state == State.AK;
	}

}
