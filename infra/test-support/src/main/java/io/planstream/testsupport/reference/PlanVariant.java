package io.planstream.testsupport.reference;

/**
 * A plan variant: the first row of its id in the file, and how many rows there were.
 *
 * @param year the plan year
 * @param planId the plan id with its variant, 17 characters
 * @param standardComponentId the plan id without it
 * @param state the state code
 * @param issuer the issuer id
 * @param name the marketing name
 * @param facts metal level, plan type, market, coverage
 * @param csrVariation the cost sharing variation in words
 * @param variant the number after the dash of the id, -1 if there is none
 * @param baseVariant whether no variant of the same plan and year has a lower number
 * @param networkId the network
 * @param serviceAreaId the service area
 * @param sourceRows rows of the id in the file
 */
public record PlanVariant(int year, String planId, String standardComponentId, String state, String issuer, String name,
		PlanFacts facts, String csrVariation, int variant, boolean baseVariant, String networkId, String serviceAreaId,
		int sourceRows) {

	static PlanVariant of(CsvRows row) {
		String planId = row.text("PlanId");
		return new PlanVariant(row.number("BusinessYear"), planId, row.text("StandardComponentId"),
				row.text("StateCode"), row.known("IssuerId"), row.known("PlanMarketingName"), PlanFacts.of(row),
				row.known("CSRVariationType"), variantOf(planId), false, row.known("NetworkId"),
				row.known("ServiceAreaId"), 1);
	}

	PlanVariant oneRowMore() {
		return new PlanVariant(this.year, this.planId, this.standardComponentId, this.state, this.issuer, this.name,
				this.facts, this.csrVariation, this.variant, this.baseVariant, this.networkId, this.serviceAreaId,
				this.sourceRows + 1);
	}

	PlanVariant asBase(boolean base) {
		return new PlanVariant(this.year, this.planId, this.standardComponentId, this.state, this.issuer, this.name,
				this.facts, this.csrVariation, this.variant, base, this.networkId, this.serviceAreaId, this.sourceRows);
	}

	static int variantOf(String planId) {
		int dash = planId.lastIndexOf('-');
		return (dash < 0) ? -1 : Integer.parseInt(planId.substring(dash + 1));
	}

	/**
	 * What names a plan variant.
	 *
	 * @param year the plan year
	 * @param planId the plan id with its variant
	 */
	public record Key(int year, String planId) {
	}

	/**
	 * What names a plan with all its variants.
	 *
	 * @param year the plan year
	 * @param standardComponentId the plan id without variant
	 */
	public record ComponentKey(int year, String standardComponentId) {
	}

}
