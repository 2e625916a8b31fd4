package io.planstream.consumer.position;

import java.util.List;
import java.util.Optional;

import io.planstream.consumer.sql.BulkStatements;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The stored positions.
 */
public interface ConsumerPositionRepository extends Repository<ConsumerPosition, PartitionId>, BulkStatements {

	/**
	 * All positions as they are committed.
	 * @return one entity a partition that was ever assigned
	 */
	List<ConsumerPosition> findAll();

	/**
	 * A position as it is committed.
	 * @param id the partition
	 * @return the position, unless the partition was never assigned
	 */
	Optional<ConsumerPosition> findById(PartitionId id);

	/**
	 * Locks a position until the transaction ends. One row by its whole key, so that no
	 * other partition's row is waited for. Hibernate's own locking query names a table in
	 * a way that MariaDB does not understand.
	 * @param topic the topic
	 * @param partition its partition
	 * @return the position, unless there is none
	 */
	@Query(nativeQuery = true,
			value = "select * from consumer_position where topic = :topic and `partition` = :partition for update")
	Optional<ConsumerPosition> lock(String topic, int partition);

}
