package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link RateByAge}; added to in bulk.
 */
interface RateByAgeRepository extends Repository<RateByAge, RateByAge.Key> {

	List<RateByAge> findByKeyRunId(String runId);

}
