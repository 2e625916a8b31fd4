package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link RateByRatingArea}; added to in bulk.
 */
interface RateByRatingAreaRepository extends Repository<RateByRatingArea, RateByRatingArea.Key> {

	List<RateByRatingArea> findByKeyRunId(String runId);

}
