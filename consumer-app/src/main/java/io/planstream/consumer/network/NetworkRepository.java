package io.planstream.consumer.network;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link Network}; added to in bulk.
 */
interface NetworkRepository extends Repository<Network, Network.Key> {

	List<Network> findByKeyRunId(String runId);

}
