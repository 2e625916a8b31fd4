package io.planstream.model.row;

/**
 * A variant of a plan. Texts that are not given are {@code Unknown}, numbers and dates
 * null.
 *
 * @param businessYear plan year
 * @param stateCode state, two letters
 * @param issuerId issuer, five digits
 * @param planId standard component id, dash and variant, 17 characters
 * @param standardComponentId what rates name, 14 characters
 * @param productId issuer, state and product, 10 characters
 * @param planName marketing name
 * @param facts what other rows borrow
 * @param csrVariation cost-sharing reduction in words
 * @param variant the number after the dash of {@code planId}, or -1
 * @param networkId network, local to the issuer
 * @param serviceAreaId service area, local to the issuer
 * @param hsaEligible {@code Yes}, {@code No} or {@code Unknown}
 * @param newPlan {@code New}, {@code Existing} or {@code Unknown}
 * @param actuarialValue the issuer's, else the calculator's, in basis points
 * @param deductible deductibles
 * @param outOfPocketMaximum maxima out of pocket
 * @param effectiveDay days since 1970-01-01
 * @param expirationDay days since 1970-01-01
 * @param rules {@link DataRule#bit() bits} of the rules that held while reading
 */
public record PlanRow(int businessYear, String stateCode, String issuerId, String planId, String standardComponentId,
		String productId, String planName, PlanFacts facts, String csrVariation, int variant, String networkId,
		String serviceAreaId, String hsaEligible, String newPlan, Integer actuarialValue, PlanAmounts deductible,
		PlanAmounts outOfPocketMaximum, Integer effectiveDay, Integer expirationDay,
		int rules) implements ParsedRow.Accepted {
}
