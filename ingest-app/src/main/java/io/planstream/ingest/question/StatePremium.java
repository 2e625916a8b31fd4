package io.planstream.ingest.question;

import java.math.BigDecimal;

/**
 * What rates are in a state.
 *
 * @param stateCode two letters
 * @param rates rates with a price
 * @param averagePremium dollars a month
 */
public record StatePremium(String stateCode, long rates, BigDecimal averagePremium) {
}
