package io.planstream.ingest.completion;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.planstream.ingest.kafka.Topics;
import io.planstream.ingest.progress.ConsumerPosition;
import io.planstream.ingest.progress.PositionStore;
import io.planstream.ingest.progress.Watermarks;
import io.planstream.ingest.settings.Settings;
import io.planstream.model.RunId;
import org.apache.kafka.common.TopicPartition;

import org.springframework.stereotype.Component;

/**
 * Notices runs that will not be applied by themselves: nothing moved for a while although
 * the consumer has reached the end of every topic. A consumer that is down or slow is no
 * standstill. Thread-safe.
 */
@Component
class Standstill {

	private final Map<RunId, Seen> seen = new ConcurrentHashMap<>();

	private final Topics topics;

	private final PositionStore positions;

	private final Duration patience;

	Standstill(Topics topics, PositionStore positions, Settings settings) {
		this.topics = topics;
		this.positions = positions;
		this.patience = settings.repairAfter();
	}

	/**
	 * Looks at a run that is read completely.
	 * @return whether it stands still long enough; the next standstill begins then
	 */
	boolean lasts(RunId run, Watermarks now) {
		Seen before = this.seen.get(run);
		if (before == null || !before.watermarks().equals(now)) {
			this.seen.put(run, new Seen(now, System.nanoTime()));
			return false;
		}
		boolean tooLong = System.nanoTime() - before.since() > this.patience.toNanos();
		if (tooLong && everythingIsConsumed()) {
			forget(run);
			return true;
		}
		return false;
	}

	void forget(RunId run) {
		this.seen.remove(run);
	}

	/**
	 * A position outside of its log is no standstill either: there the consumer waits for
	 * a person.
	 */
	private boolean everythingIsConsumed() {
		Map<TopicPartition, ConsumerPosition> consumed = this.positions.all()
			.stream()
			.collect(Collectors.toMap(ConsumerPosition::partition, (position) -> position));
		return this.topics.logs().entrySet().stream().allMatch((log) -> {
			ConsumerPosition position = consumed.get(log.getKey());
			return (position != null) ? log.getValue().topicId().equals(position.topicId())
					&& log.getValue().end() == position.nextOffset() : log.getValue().end() == 0;
		});
	}

	/**
	 * How far a run was applied.
	 *
	 * @param since when that was seen first, as {@link System#nanoTime()}
	 */
	private record Seen(Watermarks watermarks, long since) {
	}

}
