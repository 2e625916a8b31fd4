package io.planstream.spark;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.planstream.spark.sql.DriverTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be done besides applying, on the driver: percentiles follow the histograms,
 * old figures of the flow are removed. Any number of processes may do it at the same
 * time, consumer-app among them.
 */
final class Upkeep implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Upkeep.class);

	private static final long FLOW_CHECK_MILLIS = 10_000;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "upkeep");
		thread.setDaemon(true);
		return thread;
	});

	private boolean failing;

	Upkeep(DriverTables tables, Clock clock, Duration percentileInterval, Duration flowKept) {
		schedule(tables::refreshPercentiles, percentileInterval.toMillis());
		schedule(() -> tables.removeOldFlow(clock.instant(), flowKept), FLOW_CHECK_MILLIS);
	}

	private void schedule(Runnable work, long millis) {
		this.executor.scheduleWithFixedDelay(() -> run(work), millis, millis, TimeUnit.MILLISECONDS);
	}

	private void run(Runnable work) {
		try {
			work.run();
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				logger.warn("Percentiles and old figures of the flow wait: {}", ex.getMessage());
			}
			this.failing = true;
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
