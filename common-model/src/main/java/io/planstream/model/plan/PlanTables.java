package io.planstream.model.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import io.planstream.model.aggregate.Grain;

/**
 * Where plans are kept: in full, one row a variant.
 */
public final class PlanTables {

	private static final Grain<PlanRow> PLANS = plans();

	/** The tables. */
	public static final List<Grain<PlanRow>> ALL = List.of(PLANS);

	private PlanTables() {
	}

	private static Grain<PlanRow> plans() {
		Grain.Builder<PlanRow> plans = Grain.<PlanRow>keyedFrom("plan")
			.key("plan_id", PlanRow::planId)
			.first("state_code", PlanRow::stateCode)
			.first("issuer_id", PlanRow::issuerId)
			.first("standard_component_id", PlanRow::standardComponentId)
			.first("product_id", PlanRow::productId)
			.first("plan_name", PlanRow::planName)
			.first("metal_level", (plan) -> plan.facts().metalLevel())
			.first("plan_type", (plan) -> plan.facts().planType())
			.first("market", (plan) -> plan.facts().market())
			.first("coverage", (plan) -> plan.facts().coverage())
			.first("csr_variation", PlanRow::csrVariation)
			.first("csr_variant", PlanRow::variant)
			.first("base_variant", PlanRow::baseVariant)
			.first("network_id", PlanRow::networkId)
			.first("service_area_id", PlanRow::serviceAreaId)
			.first("hsa_eligible", PlanRow::hsaEligible)
			.first("new_plan", PlanRow::newPlan)
			.first("actuarial_value_bp", PlanRow::actuarialValue);
		amounts(plans, "deductible", PlanRow::deductible);
		amounts(plans, "moop", PlanRow::outOfPocketMaximum);
		return plans.first("effective_date", (plan) -> date(plan.effectiveDay()))
			.first("expiration_date", (plan) -> date(plan.expirationDay()))
			.count("source_rows")
			.build();
	}

	private static void amounts(Grain.Builder<PlanRow> plans, String kind, Function<PlanRow, PlanAmounts> of) {
		plans.first(kind + "_individual_cents", of.andThen(PlanAmounts::individual))
			.first(kind + "_family_cents", of.andThen(PlanAmounts::family))
			.first(kind + "_medical_individual_cents", of.andThen(PlanAmounts::medicalIndividual))
			.first(kind + "_drug_individual_cents", of.andThen(PlanAmounts::drugIndividual))
			.first(kind + "_medical_family_cents", of.andThen(PlanAmounts::medicalFamily))
			.first(kind + "_drug_family_cents", of.andThen(PlanAmounts::drugFamily));
	}

	private static LocalDate date(Integer day) {
		return (day != null) ? LocalDate.ofEpochDay(day) : null;
	}

}
