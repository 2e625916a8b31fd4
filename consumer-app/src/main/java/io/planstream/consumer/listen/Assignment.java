package io.planstream.consumer.listen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.planstream.consumer.metrics.ApplyMetrics;
import io.planstream.consumer.outage.Outage;
import io.planstream.model.position.PartitionLog;
import io.planstream.consumer.position.Positions;
import io.planstream.model.position.Start;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

import org.springframework.stereotype.Component;

/**
 * Where reading stands in each partition assigned to this process. A partition is either
 * read from a known position on, or paused: until its position could be read from the
 * database, or because going on would skip records. Methods that take a consumer run on
 * its thread; the same partition is never assigned to two of them at once.
 */
@Component
class Assignment {

	private static final Log logger = LogFactory.getLog(Assignment.class);

	private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(2);

	private final TopicLogs topicLogs;

	private final Positions positions;

	private final Outage outage;

	private final Map<TopicPartition, Cursor> cursors = new ConcurrentHashMap<>();

	private final Map<TopicPartition, Stop> stops = new ConcurrentHashMap<>();

	private final Set<TopicPartition> doubtful = ConcurrentHashMap.newKeySet();

	Assignment(TopicLogs topicLogs, Positions positions, Outage outage, ApplyMetrics metrics) {
		this.topicLogs = topicLogs;
		this.positions = positions;
		this.outage = outage;
		metrics.gauge("planstream_partitions_consumed", "Partitions that this process reads", this.cursors::size);
		metrics.gauge("planstream_partitions_stopped", "Partitions that cannot be read on", this.stops::size);
	}

	/**
	 * Where reading stands.
	 *
	 * @param topicId identity of the topic
	 * @param offset offset after the last record handed to the applier
	 */
	record Cursor(String topicId, long offset) {
	}

	/**
	 * Why a partition is not read.
	 *
	 * @param message what is wrong and what to do
	 * @param checkedAt when it was last looked at, as {@link System#nanoTime()}
	 */
	private record Stop(String message, long checkedAt) {
	}

	/**
	 * Begins to read partitions.
	 * @param consumer their consumer
	 * @param partitions the partitions
	 */
	void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		lose(consumer, partitions);
		tend(consumer);
	}

	/**
	 * Forgets partitions that are read by another process or thread from now on.
	 * @param partitions the partitions
	 */
	void revoked(Collection<TopicPartition> partitions) {
		this.cursors.keySet().removeAll(partitions);
		this.stops.keySet().removeAll(partitions);
	}

	/**
	 * Where reading of a partition stands.
	 * @param partition an assigned partition
	 * @return null if it is paused
	 */
	Cursor cursor(TopicPartition partition) {
		return this.cursors.get(partition);
	}

	/**
	 * Moves on after a batch is applied.
	 * @param partition the partition
	 * @param topicId identity of the topic
	 * @param offset offset after the last record
	 */
	void moveTo(TopicPartition partition, String topicId, long offset) {
		this.cursors.put(partition, new Cursor(topicId, offset));
	}

	/**
	 * Pauses partitions until their positions are read again.
	 * @param consumer their consumer
	 * @param partitions the partitions
	 */
	void lose(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		this.cursors.keySet().removeAll(partitions);
		consumer.pause(partitions);
		for (TopicPartition partition : partitions) {
			// without a position the consumer would look for a committed one and fail
			consumer.seek(partition, 0);
		}
	}

	/**
	 * Makes sure that partitions are read again from the stored position on, because what
	 * is known of them may no longer hold.
	 * @param partitions the partitions
	 */
	void doubt(Collection<TopicPartition> partitions) {
		this.doubtful.addAll(partitions);
	}

	/**
	 * Tries to go on with what is paused, if it is time to.
	 * @param consumer a consumer
	 */
	void tend(Consumer<?, ?> consumer) {
		Set<TopicPartition> assigned = consumer.assignment();
		if (!this.doubtful.isEmpty()) {
			List<TopicPartition> own = assigned.stream().filter(this.doubtful::remove).toList();
			lose(consumer, own);
		}
		List<TopicPartition> due = due(assigned);
		if (due.isEmpty() || !this.outage.retryDue()) {
			return;
		}
		try {
			Map<TopicPartition, PartitionLog> logs = this.topicLogs.read(consumer, due);
			this.positions.find(logs).forEach((partition, start) -> begin(consumer, partition, start));
		}
		catch (RuntimeException ex) {
			this.outage.failed(ex);
		}
	}

	/**
	 * Whether everything assigned is read, or cannot be.
	 * @param consumer a consumer
	 * @return false if positions are to be read
	 */
	boolean isSettled(Consumer<?, ?> consumer) {
		return consumer.assignment()
			.stream()
			.allMatch((partition) -> this.cursors.containsKey(partition) || this.stops.containsKey(partition));
	}

	private List<TopicPartition> due(Set<TopicPartition> assigned) {
		if (this.cursors.keySet().containsAll(assigned)) {
			return List.of();
		}
		List<TopicPartition> due = new ArrayList<>();
		for (TopicPartition partition : assigned) {
			Stop stop = this.stops.get(partition);
			if (!this.cursors.containsKey(partition)
					&& (stop == null || System.nanoTime() - stop.checkedAt() > RECHECK_NANOS)) {
				due.add(partition);
			}
		}
		return due;
	}

	private void begin(Consumer<?, ?> consumer, TopicPartition partition, Start start) {
		if (start instanceof Start.At at) {
			consumer.seek(partition, at.offset());
			this.cursors.put(partition, new Cursor(at.topicId(), at.offset()));
			this.stops.remove(partition);
			consumer.resume(List.of(partition));
		}
		else if (start instanceof Start.Refused refused) {
			Stop before = this.stops.put(partition, new Stop(refused.message(), System.nanoTime()));
			if (before == null || !before.message().equals(refused.message())) {
				logger.error(refused.message());
			}
		}
	}

	/**
	 * Topic identities in use.
	 * @return identity by partition
	 */
	Map<TopicPartition, Cursor> cursors() {
		return Map.copyOf(this.cursors);
	}

	/**
	 * Why partitions are not read.
	 * @return message by partition; without those that merely wait for the database
	 */
	Map<String, String> stopped() {
		Map<String, String> stopped = new TreeMap<>();
		this.stops.forEach((partition, stop) -> stopped.put(partition.toString(), stop.message()));
		return stopped;
	}

}
