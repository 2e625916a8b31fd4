package io.planstream.model.percentile;

import java.util.List;
import java.util.Optional;

import io.planstream.model.aggregate.Change;

/**
 * Takes the percentiles of stale groups anew. Each group is a short transaction of its
 * own that first locks the mark, to remove it, and then reads the histogram: a change
 * committed before is read, a later one waits for the lock and sets the mark again. Any
 * number may work at the same time.
 */
public final class PercentileRefresh {

	private static final String GROUP = " where run_id = ? and business_year = ? and state_code = ? and coverage = ?";

	private static final String UNMARK = "delete from rate_percentile_stale" + GROUP;

	private static final String REMOVE = "delete from rate_percentile" + GROUP;

	private static final String STORE = "insert into rate_percentile (run_id, business_year, state_code, coverage, rates, "
			+ "p25_cents, median_cents, p75_cents) values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update "
			+ "rates = values(rates), p25_cents = values(p25_cents), median_cents = values(median_cents), "
			+ "p75_cents = values(p75_cents)";

	private PercentileRefresh() {
	}

	/**
	 * Refreshes one group.
	 * @param tables the tables in a transaction
	 * @return whether there was one
	 */
	public static boolean refreshNext(PercentileTables tables) {
		Optional<PercentileGroup> stale = tables.lockStale();
		stale.ifPresent((group) -> {
			tables.execute(change("rate_percentile_stale", UNMARK, group));
			tables.execute(percentiles(group, tables.distribution(group)));
		});
		return stale.isPresent();
	}

	private static Change percentiles(PercentileGroup group, Distribution distribution) {
		return (distribution.rates() == 0) ? change("rate_percentile", REMOVE, group)
				: change("rate_percentile", STORE, group, distribution.rates(), distribution.percentile(25),
						distribution.percentile(50), distribution.percentile(75));
	}

	private static Change change(String table, String sql, PercentileGroup group, Long... numbers) {
		Object[] row = new Object[4 + numbers.length];
		row[0] = group.runId();
		row[1] = group.businessYear();
		row[2] = group.stateCode();
		row[3] = group.coverage();
		System.arraycopy(numbers, 0, row, 4, numbers.length);
		return new Change(table, sql, List.<Object[]>of(row));
	}

}
