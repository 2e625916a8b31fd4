package io.planstream.benchmark.stock;

import java.math.BigDecimal;

/**
 * A row of rates as a message in JSON.
 *
 * @param businessYear plan year
 * @param stateCode state
 * @param issuerId issuer
 * @param planId standard component id
 * @param ratingArea rating area
 * @param tobacco tobacco preference
 * @param age age
 * @param rate monthly premium, or null
 * @param tobaccoRate monthly premium of a tobacco user, or null
 */
record RateMessage(int businessYear, String stateCode, String issuerId, String planId, String ratingArea,
		String tobacco, String age, BigDecimal rate, BigDecimal tobaccoRate) {

}
