package io.planstream.consumer.run;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Runs, read only.
 */
public interface RunRepository extends Repository<Run, String> {

	/**
	 * Locks a run against deletion until the transaction ends; others may lock it in the
	 * same way at the same time.
	 * @param runId its written identity
	 * @return the state of the run, unless there is none of that name
	 */
	@Query(nativeQuery = true, value = "select state from run where run_id = :runId lock in share mode")
	Optional<String> lockShared(String runId);

	/**
	 * Reads a run.
	 * @param runId its written identity
	 * @return the run, if there is one
	 */
	Optional<Run> findById(String runId);

}
