package io.planstream.generator.market;

/**
 * What a plan is, in the same words in every year it is sold.
 *
 * @param category market, coverage and manner of filing
 * @param metal the level
 * @param type how it ties members to a network
 * @param shop whether it is sold to small groups rather than to individuals
 */
public record PlanKind(PlanCategory category, MetalLevel metal, PlanType type, boolean shop) {
}
