package io.planstream.consumer.listen;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.planstream.consumer.outage.Outage;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * What to do when a poll itself fails: records are never skipped for it.
 */
@Component
class ReadFailures implements CommonErrorHandler {

	private final Assignment assignment;

	private final Outage outage;

	ReadFailures(Assignment assignment, Outage outage) {
		this.assignment = assignment;
		this.outage = outage;
	}

	@Override
	public void handleOtherException(Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container,
			boolean batchListener) {
		if (failure instanceof OffsetOutOfRangeException outOfRange) {
			this.assignment.lose(consumer, outOfRange.partitions());
			this.assignment.tend(consumer);
			return;
		}
		this.outage.failed(failure);
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
	}

	/** The listener throws nothing; should it, the batch is read once more. */
	@Override
	public <K, V> ConsumerRecords<K, V> handleBatchAndReturnRemaining(Exception failure, ConsumerRecords<?, ?> records,
			Consumer<?, ?> consumer, MessageListenerContainer container, Runnable invokeListener) {
		this.outage.failed(failure);
		for (TopicPartition partition : records.partitions()) {
			if (consumer.assignment().contains(partition)) {
				this.assignment.lose(consumer, List.of(partition));
			}
		}
		return ConsumerRecords.empty();
	}

}
