package io.planstream.consumer.flow;

import java.time.LocalDateTime;
import java.util.List;

import io.planstream.consumer.sql.BulkStatements;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Figures of the flow; added to in bulk.
 */
interface FlowRepository extends Repository<Flow, Flow.Key>, BulkStatements {

	List<Flow> findAll();

	/** In the order of the primary key: a range of it is locked and nothing else. */
	@Modifying
	@Query(nativeQuery = true,
			value = "delete from flow where second < :before order by second, dataset, topic, `partition` limit :rows")
	int deleteBefore(LocalDateTime before, int rows);

}
