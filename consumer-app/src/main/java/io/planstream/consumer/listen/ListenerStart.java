package io.planstream.consumer.listen;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.planstream.model.clock.ClockSetBack;
import io.planstream.model.dataset.Dataset;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Starts reading once the topics are there, and again when the clock was set back;
 * nothing here creates topics.
 */
@Component
class ListenerStart {

	private static final Log logger = LogFactory.getLog(ListenerStart.class);

	private static final long CHECK_MILLIS = 250;

	private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(5);

	private final KafkaListenerEndpointRegistry registry;

	private final TopicLogs topicLogs;

	private final Thread thread = new Thread(this::run, "listener-start");

	private volatile String waitingFor = "the application to start";

	private boolean stopped;

	private long loggedAt = System.nanoTime() - LOG_NANOS;

	ListenerStart(KafkaListenerEndpointRegistry registry, TopicLogs topicLogs) {
		this.registry = registry;
		this.topicLogs = topicLogs;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.thread.setDaemon(true);
		this.thread.start();
	}

	@EventListener(ContextClosedEvent.class)
	synchronized void stop() {
		this.stopped = true;
		this.thread.interrupt();
	}

	/**
	 * Goes on with new consumers. One waits by the machine's clock: set back by an hour,
	 * it would let polls without records and the next connection last an hour longer.
	 */
	@EventListener(ClockSetBack.class)
	synchronized void beginAnew() {
		this.topicLogs.beginAnew();
		for (MessageListenerContainer container : this.registry.getListenerContainers()) {
			if (container.isRunning() && !this.stopped) {
				container.stop();
				container.start();
			}
		}
	}

	/**
	 * What reading waits for.
	 * @return empty once it has begun
	 */
	Optional<String> waitingFor() {
		return Optional.ofNullable(this.waitingFor);
	}

	private void run() {
		try {
			for (String reason = missing(); reason != null; reason = missing()) {
				report(reason);
				TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
			}
			this.registry.getListenerContainers().forEach(MessageListenerContainer::start);
			this.waitingFor = null;
			logger.info("Reading " + Dataset.allTopics());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			this.waitingFor = "a restart: listeners cannot be started: " + ex.getMessage();
			logger.error("Listeners cannot be started", ex);
		}
	}

	private String missing() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		try {
			List<String> missing = this.topicLogs.missing(Dataset.allTopics());
			return missing.isEmpty() ? null : "topics " + missing + ", which ingest-app creates";
		}
		catch (RuntimeException ex) {
			return "Kafka: " + ex.getMessage();
		}
	}

	private void report(String reason) {
		this.waitingFor = reason;
		if (System.nanoTime() - this.loggedAt >= LOG_NANOS) {
			logger.info("Waiting for " + reason);
			this.loggedAt = System.nanoTime();
		}
	}

}
