package io.planstream.consumer.percentile;

import java.util.Optional;

import io.planstream.consumer.sql.BulkStatements;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The groups that wait for a refresh.
 */
interface StaleGroupRepository extends Repository<StaleGroup, GroupId>, BulkStatements {

	/**
	 * Locks one that nobody else holds: neither an applier that is about to commit a
	 * change of it, nor another refresher.
	 */
	@Query(nativeQuery = true, value = "select * from rate_percentile_stale limit 1 for update skip locked")
	Optional<StaleGroup> lockNext();

	long count();

}
