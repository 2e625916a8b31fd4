package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * The table of bounds, read only.
 */
interface HistogramBucketRepository extends Repository<HistogramBucket, Integer> {

	List<HistogramBucket> findAll();

}
