package io.planstream.consumer.listen;

import java.util.ArrayList;
import java.util.List;

import io.planstream.consumer.outage.Outage;
import io.planstream.model.apply.Applier;
import io.planstream.model.apply.Batch;
import io.planstream.model.apply.Outcome;
import io.planstream.model.crash.CrashPoint;
import io.planstream.model.dataset.Dataset;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/**
 * Takes each poll as one batch. It never throws: a batch that cannot be applied now is
 * dropped, its partitions are paused and read again later from the stored positions on,
 * so that polls, and with them heartbeats, go on. Offsets are committed to Kafka after
 * the fact, for those who watch the lag.
 */
@Component
class ApplyListener {

	static final String ROWS = "rows";

	static final String REJECTS = "rejects";

	private final Applier applier;

	private final Assignment assignment;

	private final Outage outage;

	ApplyListener(Applier applier, Assignment assignment, Outage outage) {
		this.applier = applier;
		this.assignment = assignment;
		this.outage = outage;
	}

	@KafkaListener(id = ROWS, idIsGroup = false, autoStartup = "false",
			topics = "#{T(io.planstream.consumer.listen.Topics).ofRows()}",
			concurrency = "${planstream.consumer.concurrency:2}")
	void rows(ConsumerRecords<byte[], byte[]> records, Acknowledgment acknowledgment, Consumer<?, ?> consumer) {
		receive(records, acknowledgment, consumer);
	}

	/** Apart, because a reject may be a hundred times as large as a row. */
	@KafkaListener(id = REJECTS, idIsGroup = false, autoStartup = "false", topics = Dataset.REJECT_TOPIC,
			concurrency = "1", properties = { "max.poll.records=500", "fetch.max.bytes=4194304" })
	void rejects(ConsumerRecords<byte[], byte[]> records, Acknowledgment acknowledgment, Consumer<?, ?> consumer) {
		receive(records, acknowledgment, consumer);
	}

	/** Comes on the consumer's thread while nothing is read. */
	@EventListener
	void idle(ListenerContainerIdleEvent event) {
		if (this.assignment.isSettled(event.getConsumer())) {
			this.outage.ended();
		}
		this.assignment.tend(event.getConsumer());
	}

	private void receive(ConsumerRecords<byte[], byte[]> records, Acknowledgment acknowledgment,
			Consumer<?, ?> consumer) {
		boolean settled = false;
		try {
			settled = apply(toBatch(records));
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
			acknowledgment.acknowledge();
		}
		this.assignment.tend(consumer);
	}

	private boolean apply(Batch batch) {
		if (this.applier.apply(batch) instanceof Outcome.PositionMoved) {
			return false;
		}
		for (Batch.Part part : batch.parts()) {
			this.assignment.moveTo(new TopicPartition(part.topic(), part.partition()), part.topicId(), part.to());
		}
		return true;
	}

	private Batch toBatch(ConsumerRecords<byte[], byte[]> records) {
		List<Batch.Part> parts = new ArrayList<>();
		for (TopicPartition partition : records.partitions()) {
			Assignment.Cursor cursor = this.assignment.cursor(partition);
			if (cursor != null) {
				List<ConsumerRecord<byte[], byte[]>> part = records.records(partition);
				long to = part.get(part.size() - 1).offset() + 1;
				parts.add(new Batch.Part(partition.topic(), partition.partition(), cursor.topicId(), cursor.offset(),
						to, new PolledRecords(part)));
			}
		}
		return new Batch(parts);
	}

}
