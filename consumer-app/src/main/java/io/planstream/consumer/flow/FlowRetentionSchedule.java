package io.planstream.consumer.flow;

import java.time.Clock;
import java.time.Duration;

import io.planstream.model.aggregate.Change;
import io.planstream.model.flow.FlowRetention;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes figures that are old, every few seconds.
 */
@Component
class FlowRetentionSchedule {

	private static final Log logger = LogFactory.getLog(FlowRetentionSchedule.class);

	private final FlowRepository repository;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Duration kept;

	private boolean failing;

	FlowRetentionSchedule(FlowRepository repository, PlatformTransactionManager transactions, Clock clock,
			@Value("${planstream.consumer.flow-kept:7d}") Duration kept) {
		this.repository = repository;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		this.clock = clock;
		this.kept = kept;
	}

	@Scheduled(fixedDelayString = "${planstream.consumer.flow-check-interval:10s}")
	void run() {
		try {
			FlowRetention.removeBefore(this.clock.instant().minus(this.kept), this::inTransaction);
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				logger.warn("Old figures of the flow stay for now: "
						+ NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
			}
			this.failing = true;
		}
	}

	private int inTransaction(Change change) {
		Integer removed = this.transaction.execute((status) -> this.repository.execute(change));
		return (removed != null) ? removed : 0;
	}

}
