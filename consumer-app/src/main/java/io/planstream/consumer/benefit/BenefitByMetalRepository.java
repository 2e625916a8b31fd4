package io.planstream.consumer.benefit;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link BenefitByMetal}; added to in bulk.
 */
interface BenefitByMetalRepository extends Repository<BenefitByMetal, BenefitByMetal.Key> {

	List<BenefitByMetal> findByKeyRunId(String runId);

}
