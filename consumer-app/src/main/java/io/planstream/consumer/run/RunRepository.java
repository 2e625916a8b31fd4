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
	 * @return what is to be known of the run, unless there is none of that name
	 */
	@Query(nativeQuery = true,
			value = "select state, contract_version as contractVersion from run where run_id = :runId "
					+ "lock in share mode")
	Optional<Locked> lockShared(String runId);

	/**
	 * Looks for a run that is running under a later contract.
	 * @param contractVersion the version to compare with
	 * @return the identity of one, if there is any
	 */
	@Query(nativeQuery = true,
			value = "select run_id from run where state = 'RUNNING' and contract_version > :contractVersion limit 1")
	Optional<String> runningUnderLaterContract(int contractVersion);

	/**
	 * Reads a run.
	 * @param runId its written identity
	 * @return the run, if there is one
	 */
	Optional<Run> findById(String runId);

	/**
	 * A run as far as applying depends on it.
	 */
	interface Locked {

		/**
		 * Its state.
		 * @return the name of the state
		 */
		String getState();

		/**
		 * The contract it was begun under.
		 * @return its version
		 */
		int getContractVersion();

	}

}
