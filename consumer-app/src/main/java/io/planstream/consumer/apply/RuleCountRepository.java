package io.planstream.consumer.apply;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Counts of rules; added to in bulk.
 */
interface RuleCountRepository extends Repository<RuleCount, RuleCount.Key> {

	List<RuleCount> findByKeyRunId(String runId);

}
