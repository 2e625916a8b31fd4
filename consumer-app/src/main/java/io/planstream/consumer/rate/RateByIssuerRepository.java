package io.planstream.consumer.rate;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * Rows of {@link RateByIssuer}; added to in bulk.
 */
interface RateByIssuerRepository extends Repository<RateByIssuer, RateByIssuer.Key> {

	List<RateByIssuer> findByKeyRunId(String runId);

}
