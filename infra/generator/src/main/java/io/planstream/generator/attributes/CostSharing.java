package io.planstream.generator.attributes;

import io.planstream.generator.market.Draws;
import io.planstream.generator.market.MetalLevel;
import io.planstream.generator.market.Plan;

/**
 * Fills the columns of deductibles and out-of-pocket maxima: for medical and drug
 * together ({@code TEHB...}) where the plan integrates them, else apart ({@code MEHB...},
 * {@code DEHB...}).
 */
final class CostSharing {

	private static final int NOT_APPLICABLE = MoneyStyle.NOT_APPLICABLE;

	private final AttributeRow row;

	private final Plan plan;

	private final MoneyStyle style;

	private final Limits limits;

	private final boolean secondTier;

	private final boolean outOfNetwork;

	private final boolean combined;

	private final String coinsurance;

	CostSharing(AttributeRow row, Plan plan, Limits limits, Draws draws) {
		this.row = row;
		this.plan = plan;
		this.style = MoneyStyle.of(plan.year());
		this.limits = limits;
		this.secondTier = draws.chance(140);
		this.outOfNetwork = draws.chance(550);
		this.combined = draws.chance(190);
		this.coinsurance = draws.oneOf("0%", "10%", "20%", "20%", "30%", "40%", "50%");
	}

	/** Fill the columns of a plan; the draws decide what is integrated. */
	void fill(Draws draws) {
		if (this.plan.kind().category().isDental()) {
			deductible("MEHBDed", this.limits.deductible(), draws.chance(300));
			outOfPocket("MEHB", this.limits.outOfPocket());
			this.row.set(multipleTiers(false), "MultipleInNetworkTiers");
			return;
		}
		boolean integratedDeductible = draws.chance(580);
		boolean integratedMaximum = draws.chance(985);
		this.row.set(integratedDeductible ? "Yes" : "No", "MedicalDrugDeductiblesIntegrated");
		this.row.set(integratedMaximum ? "Yes" : "No", "MedicalDrugMaximumOutofPocketIntegrated");
		this.row.set(multipleTiers(this.secondTier), "MultipleInNetworkTiers");
		fillDeductible(integratedDeductible, draws.oneOf(0, 0, 0, 250, 500));
		fillMaximum(integratedMaximum);
	}

	private void fillDeductible(boolean integrated, int drugDeductible) {
		boolean missing = this.plan.kind().metal() == MetalLevel.PLATINUM && this.limits.deductible() == 0;
		int amount = missing ? NOT_APPLICABLE : this.limits.deductible();
		if (integrated) {
			deductible("TEHBDed", amount, true);
			return;
		}
		deductible("MEHBDed", amount, true);
		deductible("DEHBDed", (this.limits.deductible() == 0) ? 0 : drugDeductible, true);
	}

	private void fillMaximum(boolean integrated) {
		if (integrated) {
			outOfPocket("TEHB", this.limits.outOfPocket());
			return;
		}
		outOfPocket("MEHB", this.limits.outOfPocket() * 2 / 3);
		outOfPocket("DEHB", this.limits.outOfPocket() / 3);
	}

	// One plan in ten only combines in- and out-of-network care.
	private void deductible(String prefix, int amount, boolean withCoinsurance) {
		boolean onlyCombined = this.combined && amount > 0 && !this.secondTier;
		amount(prefix + "InnTier1", "", onlyCombined ? NOT_APPLICABLE : amount);
		amount(prefix + "OutOfNet", "", (this.outOfNetwork && amount > 0) ? amount * 2 : NOT_APPLICABLE);
		amount(prefix + "CombInnOon", "", onlyCombined ? amount : NOT_APPLICABLE);
		if (this.secondTier) {
			amount(prefix + "InnTier2", "", amount);
		}
		if (withCoinsurance) {
			this.row.set(this.coinsurance, prefix + "InnTier1Coinsurance");
		}
	}

	private void outOfPocket(String prefix, int amount) {
		amount(prefix + "InnTier1", "MOOP", amount);
		amount(prefix + "OutOfNet", "MOOP", this.outOfNetwork ? amount * 2 : NOT_APPLICABLE);
		amount(prefix + "CombInnOon", "MOOP", NOT_APPLICABLE);
		if (this.secondTier && !prefix.equals("DEHB")) {
			amount(prefix + "InnTier2", "MOOP", amount);
		}
	}

	private void amount(String prefix, String suffix, int amount) {
		this.row.set(this.style.dollars(amount), prefix + "Individual" + suffix);
		if (this.plan.year().isLast()) {
			this.row.set(MoneyStyle.perPerson(amount), prefix + "FamilyPerPerson" + suffix);
			this.row.set(MoneyStyle.perGroup(amount), prefix + "FamilyPerGroup" + suffix);
		}
		else {
			this.row.set(this.style.dollars((amount == NOT_APPLICABLE) ? amount : amount * 2),
					prefix + "Family" + suffix);
		}
	}

	private String multipleTiers(boolean multiple) {
		this.row.set(multiple ? "60%" : "100%", "FirstTierUtilization");
		this.row.set(multiple ? "40%" : "", "SecondTierUtilization");
		return multiple ? "Yes" : "No";
	}

}
