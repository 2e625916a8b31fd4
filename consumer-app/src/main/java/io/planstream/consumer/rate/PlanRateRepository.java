package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link PlanRate}; added to in bulk.
 */
interface PlanRateRepository extends Repository<PlanRate, PlanRate.Key> {

	List<PlanRate> findByKeyRunId(String runId);

}
