package io.planstream.benchmark.stock;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Saves what comes, an entity a message. Thread-safe.
 */
@Component
class RateListener {

	private final RateRepository rates;

	private final AtomicLong saved = new AtomicLong();

	RateListener(RateRepository rates) {
		this.rates = rates;
	}

	@KafkaListener(topics = StockProject.TOPIC)
	void save(List<RateMessage> messages) {
		this.rates.saveAll(messages.stream().map(RateEntity::new).toList());
		this.saved.addAndGet(messages.size());
	}

	long saved() {
		return this.saved.get();
	}

}
