package io.planstream.consumer.crosswalk;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link CrosswalkZipCounty}; added to in bulk.
 */
interface CrosswalkZipCountyRepository extends Repository<CrosswalkZipCounty, CrosswalkZipCounty.Key> {

	List<CrosswalkZipCounty> findByKeyRunId(String runId);

}
