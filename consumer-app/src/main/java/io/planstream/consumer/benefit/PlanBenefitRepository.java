package io.planstream.consumer.benefit;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link PlanBenefit}; added to in bulk.
 */
interface PlanBenefitRepository extends Repository<PlanBenefit, PlanBenefit.Key> {

	List<PlanBenefit> findByKeyRunId(String runId);

}
