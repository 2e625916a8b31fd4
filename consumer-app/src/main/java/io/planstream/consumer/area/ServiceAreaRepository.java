package io.planstream.consumer.area;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link ServiceArea}; added to in bulk.
 */
interface ServiceAreaRepository extends Repository<ServiceArea, ServiceArea.Key> {

	List<ServiceArea> findByKeyRunId(String runId);

}
