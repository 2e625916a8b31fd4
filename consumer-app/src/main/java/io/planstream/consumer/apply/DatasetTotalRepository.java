package io.planstream.consumer.apply;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Totals; added to in bulk.
 */
interface DatasetTotalRepository extends Repository<DatasetTotal, DatasetTotal.Key> {

	List<DatasetTotal> findByKeyRunId(String runId);

}
