package io.planstream.consumer.percentile;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Percentiles by group; written with the refresh.
 */
interface RatePercentileRepository extends Repository<RatePercentile, GroupId> {

	List<RatePercentile> findAll();

}
