package io.planstream.consumer.run;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Slices, read only.
 */
interface SliceRepository extends Repository<Slice, Slice.Id> {

	List<Slice> findByIdRunId(String runId);

}
