package io.planstream.consumer.percentile;

import java.util.Optional;

import io.planstream.consumer.rate.RateHistogramRepository;
import io.planstream.model.aggregate.Change;
import io.planstream.model.percentile.Distribution;
import io.planstream.model.percentile.PercentileGroup;
import io.planstream.model.percentile.PercentileRefresh;
import io.planstream.model.percentile.PercentileTables;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refreshes percentiles by their repositories, each group in a transaction of its own.
 * Thread-safe.
 */
@Component
class PercentileTransactions implements PercentileTables {

	private final StaleGroupRepository stale;

	private final RateHistogramRepository histogram;

	private final TransactionTemplate transaction;

	PercentileTransactions(StaleGroupRepository stale, RateHistogramRepository histogram,
			PlatformTransactionManager transactions) {
		this.stale = stale;
		this.histogram = histogram;
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
		return Boolean.TRUE.equals(this.transaction.execute((status) -> PercentileRefresh.refreshNext(this)));
	}

	@Override
	public Optional<PercentileGroup> lockStale() {
		return this.stale.lockNext().map(StaleGroup::group);
	}

	@Override
	public Distribution distribution(PercentileGroup group) {
		Distribution distribution = new Distribution();
		this.histogram.sum(group.runId(), group.businessYear(), group.stateCode(), group.coverage())
			.forEach((bucket) -> distribution.add(bucket.bucket(), bucket.rates()));
		return distribution;
	}

	@Override
	public void execute(Change change) {
		this.stale.execute(change);
	}

}
