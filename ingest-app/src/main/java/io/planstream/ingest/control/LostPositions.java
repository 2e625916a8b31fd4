package io.planstream.ingest.control;

import java.util.Map;

import io.planstream.ingest.kafka.PartitionLog;
import io.planstream.ingest.kafka.Topics;
import io.planstream.ingest.progress.ConsumerPosition;
import io.planstream.ingest.progress.PositionStore;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Positions that lie outside of their log, because records or a whole topic are gone. The
 * consumer stops at such a position rather than skip anything; whoever repairs a run lets
 * it go on at the beginning of the log, where watermarks drop what was applied.
 * Thread-safe.
 */
@Component
class LostPositions {

	private static final Logger logger = LoggerFactory.getLogger(LostPositions.class);

	private final Topics topics;

	private final PositionStore positions;

	LostPositions(Topics topics, PositionStore positions) {
		this.topics = topics;
		this.positions = positions;
	}

	/** Makes topics that are gone, too: the slices are about to be sent to them. */
	void remove() {
		this.topics.make();
		Map<TopicPartition, PartitionLog> logs = this.topics.logs();
		for (ConsumerPosition position : this.positions.all()) {
			PartitionLog log = logs.get(position.partition());
			if (log == null || !log.holds(position.topicId(), position.nextOffset())) {
				logger.warn("Position {} of {} lies outside of the log ({}): consuming its beginning again",
						position.nextOffset(), position.partition(), log);
				this.positions.remove(position);
			}
		}
	}

}
