package io.planstream.consumer.plan;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Plans; written in bulk.
 */
interface PlanRepository extends Repository<Plan, Plan.Key> {

	List<Plan> findByKeyRunId(String runId);

}
