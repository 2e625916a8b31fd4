package io.planstream.ingest.question;

/**
 * How many plans of which kind use a provider network; cost-sharing variants do not
 * count.
 *
 * @param issuerId the issuer
 * @param networkId the network, by the issuer's own numbering
 * @param networkName its name, {@code Unknown} if no network file says it
 * @param plans all plans
 * @param hmo health maintenance organisations
 * @param ppo preferred provider organisations
 * @param pos point of service
 * @param epo exclusive provider organisations
 */
public record NetworkPlans(String issuerId, String networkId, String networkName, long plans, long hmo, long ppo,
		long pos, long epo) {
}
