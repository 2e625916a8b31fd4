package io.planstream.consumer.crosswalk;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link CrosswalkByMetal}; added to in bulk.
 */
interface CrosswalkByMetalRepository extends Repository<CrosswalkByMetal, CrosswalkByMetal.Key> {

	List<CrosswalkByMetal> findByKeyRunId(String runId);

}
