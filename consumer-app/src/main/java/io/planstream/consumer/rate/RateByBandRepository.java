package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link RateByBand}; added to in bulk.
 */
interface RateByBandRepository extends Repository<RateByBand, RateByBand.Key> {

	List<RateByBand> findByKeyRunId(String runId);

}
