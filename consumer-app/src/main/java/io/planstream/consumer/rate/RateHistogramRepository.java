package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Rows of {@link RateHistogram}; added to in bulk.
 */
public interface RateHistogramRepository extends Repository<RateHistogram, RateHistogram.Key> {

	/**
	 * The histogram of a state, over all markets and metal levels.
	 * @param runId the run
	 * @param businessYear the plan year
	 * @param stateCode the state
	 * @param coverage the coverage
	 * @return the buckets that hold prices, in their order
	 */
	@Query("""
			select new io.planstream.consumer.rate.BucketCount(h.key.bucket, sum(h.premiums.rates)) from RateHistogram h
			where h.key.runId = :runId and h.key.businessYear = :businessYear and h.key.stateCode = :stateCode
			and h.key.coverage = :coverage and h.premiums.rates > 0
			group by h.key.bucket order by h.key.bucket""")
	List<BucketCount> sum(String runId, int businessYear, String stateCode, String coverage);

	/**
	 * The rows of a run.
	 * @param runId the run
	 * @return one a bucket and group
	 */
	List<RateHistogram> findByKeyRunId(String runId);

}
