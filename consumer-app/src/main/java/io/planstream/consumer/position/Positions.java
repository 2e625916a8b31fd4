package io.planstream.consumer.position;

import java.util.HashMap;
import java.util.Map;

import io.planstream.model.position.NewPosition;
import io.planstream.model.position.PartitionLog;
import io.planstream.model.position.Start;
import org.apache.kafka.common.TopicPartition;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds where to begin in newly assigned partitions. Thread-safe.
 */
@Component
public class Positions {

	private final ConsumerPositionRepository repository;

	private final TransactionTemplate transaction;

	Positions(ConsumerPositionRepository repository, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
	}

	/**
	 * Reads the stored positions. A partition that has none gets one at the beginning of
	 * its log.
	 * @param logs what the broker holds of each partition
	 * @return where to begin in each
	 * @throws RuntimeException if the database does not answer
	 */
	public Map<TopicPartition, Start> find(Map<TopicPartition, PartitionLog> logs) {
		Map<TopicPartition, Start> starts = new HashMap<>();
		this.transaction.executeWithoutResult(
				(status) -> logs.forEach((partition, log) -> starts.put(partition, find(partition, log))));
		return starts;
	}

	private Start find(TopicPartition partition, PartitionLog log) {
		PartitionId id = PartitionId.of(partition);
		ConsumerPosition position = this.repository.findById(id).orElseGet(() -> {
			this.repository.execute(NewPosition.of(id.topic(), id.partition(), log));
			return this.repository.findById(id).orElseThrow();
		});
		return Start.of(id.topic(), id.partition(), position.stored(), log);
	}

}
