package io.planstream.consumer.apply;

import java.util.List;

import io.planstream.consumer.sql.BulkStatements;

import org.springframework.data.repository.Repository;

/**
 * Totals, and with them the changes of all other aggregates of a batch.
 */
interface DatasetTotalRepository extends Repository<DatasetTotal, DatasetTotal.Key>, BulkStatements {

	List<DatasetTotal> findByKeyRunId(String runId);

}
