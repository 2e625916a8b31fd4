package io.planstream.consumer.percentile;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Percentiles by group.
 */
interface RatePercentileRepository extends Repository<RatePercentile, PercentileGroup> {

	RatePercentile save(RatePercentile percentile);

	void deleteById(PercentileGroup group);

	List<RatePercentile> findAll();

}
