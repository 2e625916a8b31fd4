package io.planstream.model.benefit;

import io.planstream.model.avro.AvroIn;
import io.planstream.model.avro.AvroOut;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.row.Row;

/**
 * What a plan variant says about a benefit, a row of {@code BenefitsCostSharing.csv}.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param planId standard component id, dash and variant, 17 characters
 * @param standardComponentId 14 characters
 * @param benefit normalised name
 * @param originalName the name as the file spells it
 * @param listing whether the benefit is covered
 * @param ehb whether it is an essential health benefit
 * @param stateMandate whether the state demands it
 * @param quantityLimited whether its quantity is limited
 * @param excludedFromMoop whether it does not count towards the in-network maximum out of
 * pocket
 * @param subjectToDeductible whether the deductible applies, in network, tier 1
 * @param baseVariant whether the variant stands for its plan
 * @param copay in network, tier 1
 * @param coinsurance in network, tier 1
 * @param rules bits of the rules that held while reading
 * @param plan what it borrows from its plan
 */
public record BenefitRow(int businessYear, String stateCode, String issuerId, String planId, String standardComponentId,
		String benefit, String originalName, Listing listing, boolean ehb, boolean stateMandate,
		boolean quantityLimited, boolean excludedFromMoop, boolean subjectToDeductible, boolean baseVariant,
		CostSharing copay, CostSharing coinsurance, long rules, PlanFacts plan) implements Row {

	private static final Listing[] LISTINGS = Listing.values();

	/** Whether a plan covers a benefit; the order is that of the schema. */
	public enum Listing {

		/** {@code Covered}. */
		COVERED,

		/** {@code Not Covered}. */
		NOT_COVERED,

		/** Blank, in 4 to 5 % of the rows. */
		NOT_SAID

	}

	boolean is(Listing one) {
		return this.listing == one;
	}

	/**
	 * Reads what {@link #writeTo} wrote.
	 * @param in stands before it
	 * @return the row
	 */
	public static BenefitRow read(AvroIn in) {
		return new BenefitRow(in.integer(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
				LISTINGS[in.integer()], in.flag(), in.flag(), in.flag(), in.flag(), in.flag(), in.flag(),
				CostSharing.read(in), CostSharing.read(in), in.number(), PlanFacts.read(in));
	}

	@Override
	public void writeTo(AvroOut out) {
		out.number(this.businessYear);
		out.text(this.stateCode);
		out.text(this.issuerId);
		out.text(this.planId);
		out.text(this.standardComponentId);
		out.text(this.benefit);
		out.text(this.originalName);
		out.number(this.listing.ordinal());
		out.flag(this.ehb);
		out.flag(this.stateMandate);
		out.flag(this.quantityLimited);
		out.flag(this.excludedFromMoop);
		out.flag(this.subjectToDeductible);
		out.flag(this.baseVariant);
		this.copay.writeTo(out);
		this.coinsurance.writeTo(out);
		out.number(this.rules);
		this.plan.writeTo(out);
	}

	@Override
	public Dataset dataset() {
		return Dataset.BENEFITS_COST_SHARING;
	}

}
