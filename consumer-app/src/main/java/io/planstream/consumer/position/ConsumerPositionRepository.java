package io.planstream.consumer.position;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The stored positions.
 */
public interface ConsumerPositionRepository extends Repository<ConsumerPosition, PartitionId> {

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

	/**
	 * Makes a position unless there is one.
	 * @param topic the topic
	 * @param partition its partition
	 * @param topicId the topic's identity
	 * @param nextOffset the offset to begin at
	 */
	@Modifying
	@Query(nativeQuery = true,
			value = "insert ignore into consumer_position (topic, `partition`, topic_id, next_offset)"
					+ " values (:topic, :partition, :topicId, :nextOffset)")
	void insertIfAbsent(String topic, int partition, String topicId, long nextOffset);

}
