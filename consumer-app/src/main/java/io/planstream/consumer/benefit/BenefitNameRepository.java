package io.planstream.consumer.benefit;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link BenefitName}; added to in bulk.
 */
interface BenefitNameRepository extends Repository<BenefitName, BenefitName.Key> {

	List<BenefitName> findByKeyRunId(String runId);

}
