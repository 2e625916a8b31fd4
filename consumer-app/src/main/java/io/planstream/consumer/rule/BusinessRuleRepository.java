package io.planstream.consumer.rule;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link BusinessRule}; added to in bulk.
 */
interface BusinessRuleRepository extends Repository<BusinessRule, BusinessRule.Key> {

	List<BusinessRule> findByKeyRunId(String runId);

}
