package io.planstream.generator.attributes;

import io.planstream.generator.market.Draws;
import io.planstream.generator.market.MetalLevel;
import io.planstream.generator.market.Plan;

/**
 * Fills the columns that are neither identity nor cost sharing nor text: what a plan
 * offers and how it rates its members. Medical columns stay blank for dental plans.
 */
final class PlanTraits {

	private final AttributeRow row;

	private final Plan plan;

	private final Draws draws;

	private final MoneyStyle style;

	PlanTraits(AttributeRow row, Plan plan, Draws draws) {
		this.row = row;
		this.plan = plan;
		this.draws = draws;
		this.style = MoneyStyle.of(plan.year());
	}

	void fill() {
		this.row.set(yesNo(520), "NationalNetwork");
		if (this.plan.kind().category().isDental()) {
			fillDental();
		}
		else {
			fillMedical();
		}
		this.row.set(Integer.toString(this.draws.chance(970) ? 0 : this.draws.between(1, 5)),
				"InpatientCopaymentMaximumDays");
		this.row.set(Integer.toString(this.draws.chance(955) ? 0 : this.draws.between(1, 3)),
				"BeginPrimaryCareCostSharingAfterNumberOfVisits");
		this.row.set(Integer.toString(this.draws.chance(940) ? 0 : this.draws.between(1, 6)),
				"BeginPrimaryCareDeductibleCoinsuranceAfterNumberOfCopays");
	}

	void fillVariant(int variant, Limits limits) {
		MetalLevel metal = this.plan.kind().metal();
		int percent = switch (variant) {
			case 2 -> 100;
			case 4 -> 73;
			case 5 -> 87;
			case 6 -> 94;
			default -> metal.actuarialPercent();
		};
		if (this.plan.kind().category().isDental()) {
			this.row.set(metal.actuarialPercent() + ".00%", "IssuerActuarialValue");
			return;
		}
		fillActuarialValue(percent, metal);
		fillExamples(limits);
	}

	private void fillDental() {
		this.row.set(this.draws.chance(510) ? "Estimated Rate" : "Guaranteed Rate", "IsGuaranteedRate");
		this.row.set(this.style.cents(this.draws.between(300, 4500)), "EHBPediatricDentalApportionmentQuantity");
	}

	private void fillMedical() {
		this.row.set(yesNo(215), "IsHSAEligible");
		this.row.set(yesNo(170), "IsNoticeRequiredForPregnancy");
		this.row.set(yesNo(447), "UniquePlanDesign");
		// A column shift at the source put other columns' values here.
		this.row.set(this.draws.chance(1) ? "Allows Adult and Child-Only" : yesNo(396), "WellnessProgramOffered");
		String referral = yesNo(302);
		this.row.set(referral, "IsReferralRequiredForSpecialist");
		if (referral.equals("Yes")) {
			this.row.set(
					this.draws.oneOf("All", "All, except OBGYN and as state mandated",
							"The member's PCP will refer to all specialists, except \"Direct Access\" specialists."),
					"SpecialistRequiringReferral");
		}
		String share = this.draws.chance(550) ? "1.0" : "0.99" + this.draws.between(1, 99);
		this.row.set(share, this.plan.year().isLast() ? "EHBPercentTotalPremium" : "EHBPercentPremiumS4");
		if (this.plan.kind().shop()) {
			this.row.set(this.draws.chance(10) ? "Yes" : "No", "HSAOrHRAEmployerContribution");
		}
		else {
			this.row.set(this.style.cents(0), "IndianPlanVariationEstimatedAdvancedPaymentAmountPerEnrollee");
		}
		if (this.draws.chance(130)) {
			this.row.set(this.style.dollars(50 * this.draws.between(2, 10)), "SpecialtyDrugMaximumCoinsurance");
		}
	}

	private void fillActuarialValue(int percent, MetalLevel metal) {
		if (this.draws.chance(440)) {
			this.row.set(percent + "." + this.draws.between(10, 99) + "%", "IssuerActuarialValue");
		}
		if (metal == MetalLevel.CATASTROPHIC || this.draws.chance(180)) {
			return;
		}
		String number = "0." + (percent * 100 - this.draws.below(200)) + this.draws.between(10000, 99999);
		// What a binary fraction looks like when all its digits are written.
		this.row.set(this.draws.chance(300) ? number + "0000001" : number, "AVCalculatorOutputNumber");
	}

	private void fillExamples(Limits limits) {
		this.row.set(this.style.dollars(Math.min(limits.deductible(), 5400)), "SBCHavingaBabyDeductible");
		this.row.set(this.style.dollars(10 * this.draws.below(30)), "SBCHavingaBabyCopayment");
		this.row.set(this.style.dollars(100 * this.draws.below(16)), "SBCHavingaBabyCoinsurance");
		this.row.set(this.style.dollars(this.draws.oneOf(200, 150, 30, 0)), "SBCHavingaBabyLimit");
		this.row.set(this.style.dollars(Math.min(limits.deductible(), 5300)), "SBCHavingDiabetesDeductible");
		this.row.set(this.style.dollars(20 * this.draws.below(45)), "SBCHavingDiabetesCopayment");
		this.row.set(this.style.dollars(100 * this.draws.below(6)), "SBCHavingDiabetesCoinsurance");
		this.row.set(this.style.dollars(this.draws.oneOf(80, 80, 0, 40)), "SBCHavingDiabetesLimit");
	}

	// A few answers are spelled in other cases.
	private String yesNo(int yesPerMille) {
		boolean yes = this.draws.chance(yesPerMille);
		if (!this.draws.chance(4)) {
			return yes ? "Yes" : "No";
		}
		return yes ? this.draws.oneOf("yes", "YES", "YEs") : this.draws.oneOf("no", "NO");
	}

}
