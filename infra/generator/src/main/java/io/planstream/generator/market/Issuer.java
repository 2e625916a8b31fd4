package io.planstream.generator.market;

/**
 * A company that sells plans in one state.
 *
 * @param id five digits, unique over all states
 * @param taxId the federal tax id, shared by the companies of a group
 * @param source the system its plans were submitted through
 */
public record Issuer(int id, String taxId, String source) {
}
