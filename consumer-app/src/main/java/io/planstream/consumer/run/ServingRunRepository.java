package io.planstream.consumer.run;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * What serves, read only.
 */
interface ServingRunRepository extends Repository<ServingRun, ServingRun.Id> {

	List<ServingRun> findAll();

}
