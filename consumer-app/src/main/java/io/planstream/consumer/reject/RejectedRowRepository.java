package io.planstream.consumer.reject;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rejected rows; written in bulk with the batch they arrive in.
 */
interface RejectedRowRepository extends Repository<RejectedRow, RejectedRow.Id> {

	List<RejectedRow> findByIdRunId(String runId);

}
