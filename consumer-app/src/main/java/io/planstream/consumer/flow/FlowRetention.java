package io.planstream.consumer.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

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
 * Removes figures that are old. Each step is a short transaction of its own and each turn
 * has few of them: no lock is held for long, and other periodic work goes on. Any number
 * may work at the same time.
 */
@Component
class FlowRetention {

	private static final Log logger = LogFactory.getLog(FlowRetention.class);

	static final int ROWS_PER_STEP = 1000;

	/** More rows than come between two turns, from hundreds of partitions. */
	static final int STEPS_PER_TURN = 10;

	private final FlowRepository repository;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Duration kept;

	private boolean failing;

	FlowRetention(FlowRepository repository, PlatformTransactionManager transactions, Clock clock,
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
			removeOld();
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

	private void removeOld() {
		LocalDateTime before = LocalDateTime.ofInstant(this.clock.instant().minus(this.kept), ZoneOffset.UTC);
		for (int step = 0; step < STEPS_PER_TURN && removeSome(before) == ROWS_PER_STEP; step++) {
			continue;
		}
	}

	private int removeSome(LocalDateTime before) {
		Integer removed = this.transaction.execute((status) -> this.repository.deleteBefore(before, ROWS_PER_STEP));
		return (removed != null) ? removed : 0;
	}

}
