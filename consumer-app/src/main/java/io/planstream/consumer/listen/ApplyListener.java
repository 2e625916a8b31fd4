package io.planstream.consumer.listen;

import java.util.HashMap;
import java.util.Map;

import io.planstream.consumer.outage.Outage;
import io.planstream.model.apply.Applier;
import io.planstream.model.apply.Batch;
import io.planstream.model.apply.Outcome;
import io.planstream.model.crash.CrashPoint;
import io.planstream.model.dataset.Dataset;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.stereotype.Component;

/**
 * Gathers polls into batches and applies them. It never throws: a batch that cannot be
 * applied now is dropped, its partitions are paused and read again later from the stored
 * positions on, so that polls, and with them heartbeats, go on. Offsets are committed to
 * Kafka after the fact, for those who watch the lag.
 */
@Component
class ApplyListener {

	static final String ROWS = "rows";

	static final String REJECTS = "rejects";

	/** Rows are small: the number of records comes first. It bounds memory. */
	private static final int MOST_BYTES = 16 << 20;

	private static final Log logger = LogFactory.getLog(ApplyListener.class);

	private final Applier applier;

	private final Assignment assignment;

	private final Outage outage;

	private final int pollRecords;

	private final int batchRecords;

	private final ThreadLocal<Gathering> gatherings;

	ApplyListener(Applier applier, Assignment assignment, Outage outage,
			@Value("${spring.kafka.consumer.max-poll-records}") int pollRecords,
			@Value("${planstream.consumer.batch-records:60000}") int batchRecords) {
		this.applier = applier;
		this.assignment = assignment;
		this.outage = outage;
		this.pollRecords = pollRecords;
		this.batchRecords = batchRecords;
		this.gatherings = ThreadLocal.withInitial(() -> new Gathering(assignment::cursor));
	}

	/** A full poll means that the consumer may have more at hand. */
	@KafkaListener(id = ROWS, idIsGroup = false, autoStartup = "false",
			topics = "#{T(io.planstream.consumer.listen.Topics).ofRows()}",
			concurrency = "${planstream.consumer.concurrency:2}")
	void rows(ConsumerRecords<byte[], byte[]> records, Consumer<?, ?> consumer) {
		Gathering gathering = this.gatherings.get();
		gathering.add(records);
		if (records.count() < this.pollRecords || gathering.records() >= this.batchRecords
				|| gathering.bytes() >= MOST_BYTES) {
			apply(gathering, consumer);
		}
	}

	/** Apart, because a reject may be a hundred times as large as a row. */
	@KafkaListener(id = REJECTS, idIsGroup = false, autoStartup = "false", topics = Dataset.REJECT_TOPIC,
			concurrency = "1", properties = { "max.poll.records=500", "fetch.max.bytes=4194304" })
	void rejects(ConsumerRecords<byte[], byte[]> records, Consumer<?, ?> consumer) {
		Gathering gathering = this.gatherings.get();
		gathering.add(records);
		apply(gathering, consumer);
	}

	/** Comes on the consumer's thread while nothing is read. */
	@EventListener
	void idle(ListenerContainerIdleEvent event) {
		Consumer<?, ?> consumer = event.getConsumer();
		apply(this.gatherings.get(), consumer);
		if (this.assignment.isSettled(consumer)) {
			this.outage.ended();
		}
	}

	private void apply(Gathering gathering, Consumer<?, ?> consumer) {
		Batch batch = gathering.batch();
		if (!batch.parts().isEmpty()) {
			apply(batch, consumer);
		}
		gathering.clear();
		this.assignment.tend(consumer);
	}

	private void apply(Batch batch, Consumer<?, ?> consumer) {
		boolean settled = false;
		try {
			settled = isApplied(batch);
			if (settled) {
				this.outage.ended();
			}
		}
		catch (RuntimeException ex) {
			this.outage.failed(ex);
		}
		finally {
			if (!settled) {
				this.assignment.lose(consumer, consumer.assignment());
			}
		}
		if (settled) {
			CrashPoint.AFTER_COMMIT.reached();
			commit(batch, consumer);
		}
	}

	private boolean isApplied(Batch batch) {
		if (this.applier.apply(batch) instanceof Outcome.PositionMoved) {
			return false;
		}
		for (Batch.Part part : batch.parts()) {
			this.assignment.moveTo(partition(part), part.topicId(), part.to());
		}
		return true;
	}

	private static void commit(Batch batch, Consumer<?, ?> consumer) {
		Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
		batch.parts().forEach((part) -> offsets.put(partition(part), new OffsetAndMetadata(part.to())));
		consumer.commitAsync(offsets, (committed, ex) -> {
			if (ex != null) {
				logger.debug("Kafka does not store offsets now", ex);
			}
		});
	}

	private static TopicPartition partition(Batch.Part part) {
		return new TopicPartition(part.topic(), part.partition());
	}

}
