package io.planstream.ingest.start;

import io.planstream.ingest.kafka.Topics;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Waits for the broker and makes the topics before anything else starts.
 */
@Component
class BrokerStart implements SmartLifecycle {

	private final Topics topics;

	private final Waiting waiting;

	private final KafkaConnectionDetails connection;

	private volatile boolean running;

	BrokerStart(Topics topics, Waiting waiting, KafkaConnectionDetails connection, ProducerFactory<?, ?> producers) {
		SettingsCheck.check(producers.getConfigurationProperties());
		this.topics = topics;
		this.waiting = waiting;
		this.connection = connection;
	}

	@Override
	public void start() {
		String servers = String.join(",", this.connection.getBootstrapServers());
		this.waiting.await("Kafka at " + servers, this.topics::make, (ex) -> true);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
