package io.planstream.benchmark.stock;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * The table of rates.
 */
interface RateRepository extends JpaRepository<RateEntity, Long> {

}
