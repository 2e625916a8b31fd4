package io.planstream.consumer.flow;

import java.time.Clock;

import org.springframework.stereotype.Component;

/**
 * Keeps the figures of batches, within the transactions that apply them. Thread-safe.
 */
@Component
public class Flows {

	private final FlowRepository repository;

	private final Clock clock;

	Flows(FlowRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * Begins to count a batch.
	 * @return figures of nothing
	 */
	public BatchFlow begin() {
		return new BatchFlow(this.clock.instant());
	}

	/**
	 * Adds the figures of a batch that is applied now: called last, so that the delay is
	 * that of what people can see.
	 * @param batch the figures
	 */
	public void add(BatchFlow batch) {
		this.repository.execute(batch.appliedAt(this.clock.instant()));
	}

}
