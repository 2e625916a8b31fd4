package io.planstream.ingest.question;

import java.math.BigDecimal;

/**
 * What rates are at an age.
 *
 * @param age the age as the files say it
 * @param ageFrom its first year
 * @param rates rates with a price
 * @param averagePremium dollars a month
 * @param averageTobaccoPremium of the rates that have a tobacco price, or null
 */
public record AgePremium(String age, int ageFrom, long rates, BigDecimal averagePremium,
		BigDecimal averageTobaccoPremium) {
}
