package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link PlanPremium}; added to in bulk.
 */
interface PlanPremiumRepository extends Repository<PlanPremium, PlanPremium.Key> {

	List<PlanPremium> findByKeyRunId(String runId);

}
