package io.planstream.ingest.completion;

import io.planstream.ingest.attempt.RunKeeper;
import io.planstream.ingest.serving.ServingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets those who look at counties see the first run of a year while it is running, not
 * only when it is complete. For the one thread of the scheduler that calls it.
 */
@Component
class CountyRefresh {

	private static final Logger logger = LoggerFactory.getLogger(CountyRefresh.class);

	private final RunKeeper keeper;

	private final ServingStore serving;

	private long shown;

	CountyRefresh(RunKeeper keeper, ServingStore serving) {
		this.keeper = keeper;
		this.serving = serving;
	}

	@Scheduled(fixedDelay = 5000)
	void refresh() {
		if (!this.keeper.isKeepingAny()) {
			return;
		}
		try {
			long applied = this.serving.placesApplied();
			if (applied > 0 && applied != this.shown) {
				this.serving.refreshCounties();
				this.shown = applied;
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.debug("Counties are drawn up later: {}", ex.getMessage());
		}
	}

}
