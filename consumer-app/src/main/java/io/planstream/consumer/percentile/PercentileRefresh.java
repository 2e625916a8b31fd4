package io.planstream.consumer.percentile;

import io.planstream.consumer.rate.RateHistogramRepository;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the percentiles of stale groups anew. Each group is a short transaction of its
 * own that first locks the mark, to remove it, and then reads the histogram: a change
 * committed before is read, a later one waits for the lock and sets the mark again. Any
 * number may work at the same time.
 */
@Component
class PercentileRefresh {

	private final StaleGroupRepository stale;

	private final RateHistogramRepository histogram;

	private final RatePercentileRepository percentiles;

	private final TransactionTemplate transaction;

	PercentileRefresh(StaleGroupRepository stale, RateHistogramRepository histogram,
			RatePercentileRepository percentiles, PlatformTransactionManager transactions) {
		this.stale = stale;
		this.histogram = histogram;
		this.percentiles = percentiles;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
	}

	long waiting() {
		return this.stale.count();
	}

	/**
	 * Refreshes one group.
	 * @return whether there was one
	 */
	boolean refreshNext() {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.stale.lockNext().map((group) -> {
			this.stale.delete(group);
			refresh(group.group());
			return true;
		}).orElse(false)));
	}

	private void refresh(PercentileGroup group) {
		Distribution distribution = new Distribution();
		this.histogram.sum(group.runId(), group.businessYear(), group.stateCode(), group.coverage())
			.forEach((bucket) -> distribution.add(bucket.bucket(), bucket.rates()));
		if (distribution.rates() > 0) {
			this.percentiles.save(new RatePercentile(group, distribution));
		}
		else {
			this.percentiles.deleteById(group);
		}
	}

}
