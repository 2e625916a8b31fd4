package io.planstream.testsupport.reference;

/**
 * Percentiles by nearest rank, so each is a price that occurs.
 *
 * @param p25Cents a quarter of the prices are at most this
 * @param p50Cents half of them
 * @param p75Cents three quarters of them
 */
public record Percentiles(long p25Cents, long p50Cents, long p75Cents) {

	static Percentiles of(Prices prices) {
		return new Percentiles(prices.percentile(25), prices.percentile(50), prices.percentile(75));
	}

}
