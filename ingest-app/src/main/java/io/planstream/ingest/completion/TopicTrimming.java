package io.planstream.ingest.completion;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.planstream.ingest.kafka.PartitionLog;
import io.planstream.ingest.kafka.Topics;
import io.planstream.ingest.progress.ConsumerPosition;
import io.planstream.ingest.progress.PositionStore;
import io.planstream.ingest.run.RunStore;
import io.planstream.ingest.settings.Settings;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets the broker forget records that are applied, a while after the last run has ended.
 * Until then a position that is set back finds everything still there, and changes
 * nothing; after that it lies outside of the log, and {@code repair} says so and mends
 * it. No run needs a trimmed record: what it lacks it sends again from its file.
 */
@Component
class TopicTrimming {

	private static final Logger logger = LoggerFactory.getLogger(TopicTrimming.class);

	private final Topics topics;

	private final PositionStore positions;

	private final RunStore runs;

	private final Duration keep;

	private final Clock clock;

	TopicTrimming(Topics topics, PositionStore positions, RunStore runs, Settings settings, Clock clock) {
		this.topics = topics;
		this.positions = positions;
		this.runs = runs;
		this.keep = settings.keepApplied();
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${planstream.trim-check:30s}")
	void check() {
		if (this.keep.isNegative() || onWindows()) {
			return;
		}
		try {
			if (this.runs.allEndedAt()
				.filter((ended) -> !ended.plus(this.keep).isAfter(this.clock.instant()))
				.isPresent()) {
				trim();
			}
		}
		catch (DataAccessException | TransactionException | KafkaException ex) {
			logger.debug("Topics are trimmed later: {}", ex.getMessage());
		}
	}

	private void trim() {
		Map<TopicPartition, PartitionLog> logs = this.topics.logs();
		Map<TopicPartition, Long> before = new HashMap<>();
		for (ConsumerPosition position : this.positions.all()) {
			PartitionLog log = logs.get(position.partition());
			if (log != null && log.holds(position.topicId(), position.nextOffset())
					&& log.begin() < position.nextOffset()) {
				before.put(position.partition(), position.nextOffset());
			}
		}
		if (!before.isEmpty()) {
			this.topics.trim(before);
			logger.info("Trimmed {} partitions to where they are applied", before.size());
		}
	}

	/** A broker there can stop when it deletes a segment that is open (KAFKA-1194). */
	private static boolean onWindows() {
		return File.separatorChar == '\\';
	}

}
