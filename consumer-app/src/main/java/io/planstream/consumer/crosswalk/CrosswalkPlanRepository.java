package io.planstream.consumer.crosswalk;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link CrosswalkPlan}; added to in bulk.
 */
interface CrosswalkPlanRepository extends Repository<CrosswalkPlan, CrosswalkPlan.Key> {

	List<CrosswalkPlan> findByKeyRunId(String runId);

}
