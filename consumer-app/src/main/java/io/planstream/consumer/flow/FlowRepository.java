package io.planstream.consumer.flow;

import java.util.List;

import io.planstream.consumer.sql.BulkStatements;

import org.springframework.data.repository.Repository;

/**
 * Figures of the flow; added to in bulk.
 */
interface FlowRepository extends Repository<Flow, Flow.Key>, BulkStatements {

	List<Flow> findAll();

}
