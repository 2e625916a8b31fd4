package io.planstream.consumer.area;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link ServiceAreaCounty}; added to in bulk.
 */
interface ServiceAreaCountyRepository extends Repository<ServiceAreaCounty, ServiceAreaCounty.Key> {

	List<ServiceAreaCounty> findByKeyRunId(String runId);

}
