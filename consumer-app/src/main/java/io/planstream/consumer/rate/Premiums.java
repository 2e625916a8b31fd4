package io.planstream.consumer.rate;

import jakarta.persistence.Embeddable;

/**
 * What every aggregate of rates counts; amounts in cents.
 *
 * @param rates rows with a price
 * @param setAside rows whose rate is no price
 * @param premiumCents sum of the prices
 * @param minCents smallest price, {@link Long#MAX_VALUE} if there is none
 * @param maxCents largest price, -1 if there is none
 */
@Embeddable
public record Premiums(long rates, long setAside, long premiumCents, long minCents, long maxCents) {
}
