package io.planstream.ingest.question;

import java.math.BigDecimal;

/**
 * What plans cost that cover about as many benefits.
 *
 * @param metalLevel metal level
 * @param benefitsFrom 0, 10, 20 ...: benefits covered, up to nine more
 * @param plans plans with a price
 * @param averagePremium dollars a month at the age of 40
 */
public record ValueBand(String metalLevel, int benefitsFrom, long plans, BigDecimal averagePremium) {
}
