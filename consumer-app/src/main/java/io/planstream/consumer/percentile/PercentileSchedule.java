package io.planstream.consumer.percentile;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refreshes what is stale twice a second.
 */
@Component
class PercentileSchedule {

	private static final Log logger = LogFactory.getLog(PercentileSchedule.class);

	private final PercentileTransactions refresh;

	private boolean failing;

	PercentileSchedule(PercentileTransactions refresh) {
		this.refresh = refresh;
	}

	@Scheduled(fixedDelayString = "${planstream.consumer.percentile-interval:500ms}")
	void run() {
		try {
			// what is marked again meanwhile waits for the next turn
			for (long left = this.refresh.waiting(); left > 0 && this.refresh.refreshNext(); left--) {
				continue;
			}
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				logger.warn("Percentiles wait: " + NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
			}
			this.failing = true;
		}
	}

}
