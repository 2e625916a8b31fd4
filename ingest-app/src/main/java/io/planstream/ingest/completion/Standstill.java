package io.planstream.ingest.completion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.planstream.ingest.kafka.Topics;
import io.planstream.ingest.progress.ProgressStore;
import io.planstream.ingest.progress.Watermarks;
import io.planstream.ingest.settings.Settings;
import io.planstream.model.RunId;
import io.planstream.model.dataset.Dataset;
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

	private final ProgressStore progress;

	private final Duration patience;

	private final Clock clock;

	Standstill(Topics topics, ProgressStore progress, Settings settings, Clock clock) {
		this.topics = topics;
		this.progress = progress;
		this.patience = settings.repairAfter();
		this.clock = clock;
	}

	/**
	 * Looks at a run that is read completely.
	 * @return whether it stands still long enough; the next standstill begins then
	 */
	boolean lasts(RunId run, Watermarks now) {
		Seen before = this.seen.get(run);
		if (before == null || !before.watermarks().equals(now)) {
			this.seen.put(run, new Seen(now, this.clock.instant()));
			return false;
		}
		boolean tooLong = before.since().plus(this.patience).isBefore(this.clock.instant());
		if (tooLong && everythingIsConsumed()) {
			forget(run);
			return true;
		}
		return false;
	}

	void forget(RunId run) {
		this.seen.remove(run);
	}

	private boolean everythingIsConsumed() {
		List<String> names = Stream
			.concat(Arrays.stream(Dataset.values()).map(Dataset::topic), Stream.of(Dataset.REJECT_TOPIC))
			.toList();
		Map<TopicPartition, Long> consumed = this.progress.consumed();
		return this.topics.ends(names)
			.entrySet()
			.stream()
			.allMatch((end) -> consumed.getOrDefault(end.getKey(), 0L) >= end.getValue());
	}

	private record Seen(Watermarks watermarks, Instant since) {
	}

}
