package io.planstream.ingest.publish;

import java.time.Duration;

import io.planstream.ingest.metrics.FlowMetrics;
import io.planstream.ingest.outage.Backoff;
import io.planstream.ingest.outage.Halt;
import io.planstream.model.clock.ClockSetBack;
import io.planstream.model.crash.CrashPoint;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends blocks until they are acknowledged. If any record of a block fails, the whole
 * block is sent again with the same sequences once every record has its answer, for as
 * long as it takes. Thread-safe.
 */
@Component
public class BlockSender {

	private static final Logger logger = LoggerFactory.getLogger(BlockSender.class);

	private static final int TRIES_PER_PRODUCER = 5;

	private final KafkaTemplate<byte[], byte[]> kafka;

	private final FlowMetrics metrics;

	BlockSender(KafkaTemplate<byte[], byte[]> kafka, FlowMetrics metrics) {
		this.kafka = kafka;
		this.metrics = metrics;
	}

	/**
	 * Sends a block.
	 * @param block the block
	 * @param halt ends the sending
	 * @return whether it is acknowledged; false if halted before
	 * @throws UnpublishableException if the broker will never take it
	 */
	public boolean send(Block block, Halt halt) {
		Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
		for (int tries = 1; !halt.requested(); tries++) {
			Acknowledgements acknowledgements = sendOnce(block);
			CrashPoint.AFTER_SEND.reached();
			if (!acknowledgements.await(halt)) {
				return false;
			}
			Exception failure = acknowledgements.failure();
			if (failure == null) {
				if (tries > 1) {
					logger.info("Kafka takes the records of slice {} again", block.slice());
				}
				this.metrics.blockAcknowledged();
				return true;
			}
			recover(block, failure, tries);
			halt.pause(backoff.next());
		}
		return false;
	}

	/**
	 * A producer waits by the machine's clock: set back by an hour, it would let a batch
	 * linger and a connection rest an hour longer. One that is closed sends at once what
	 * it still can, and the next one has waited for nothing yet.
	 */
	@EventListener(ClockSetBack.class)
	void beginAnew() {
		this.kafka.getProducerFactory().reset();
	}

	private Acknowledgements sendOnce(Block block) {
		this.metrics.blockSent();
		// one more than the records, so that a block without any is complete as well
		Acknowledgements acknowledgements = new Acknowledgements(block.rows().count() + block.rejects().count() + 1);
		this.kafka.execute((producer) -> {
			send(producer, block.rows(), acknowledgements);
			send(producer, block.rejects(), acknowledgements);
			return null;
		});
		acknowledgements.notSent(1);
		return acknowledgements;
	}

	/**
	 * Hands messages to the producer, up to the first failure: while the broker is away
	 * each further one could wait as long as the first.
	 */
	private static void send(Producer<byte[], byte[]> producer, Messages messages, Acknowledgements acknowledgements) {
		int sent = 0;
		try {
			while (sent < messages.count() && acknowledgements.failure() == null) {
				producer.send(messages.record(sent), acknowledgements);
				sent++;
			}
			acknowledgements.notSent(messages.count() - sent);
		}
		catch (RuntimeException ex) {
			acknowledgements.fail(ex);
			acknowledgements.notSent(messages.count() - sent);
		}
	}

	private void recover(Block block, Exception failure, int tries) {
		if (isHopeless(failure)) {
			throw new UnpublishableException(failure);
		}
		if (tries == 1) {
			logger.warn("Kafka does not take the records of slice {}; sending again until it does: {}", block.slice(),
					failure.getMessage());
		}
		if (tries % TRIES_PER_PRODUCER == 0 && !(failure instanceof RetriableException)) {
			// the producer may be of no use any more; not at once, because all workers
			// share it and a reset fails the blocks of the others
			this.kafka.getProducerFactory().reset();
		}
	}

	private static boolean isHopeless(Exception failure) {
		return failure instanceof RecordTooLargeException || failure instanceof AuthorizationException
				|| failure instanceof InvalidTopicException || failure instanceof SerializationException;
	}

}
