package io.planstream.ingest.time;

import java.time.Clock;

import io.planstream.model.clock.ClockSetBack;
import io.planstream.model.clock.ClockWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells all who wait by the machine's clock that it was set back.
 */
@Component
class ClockSchedule {

	private static final Logger logger = LoggerFactory.getLogger(ClockSchedule.class);

	private final ClockWatch watch;

	private final ApplicationEventPublisher events;

	ClockSchedule(Clock clock, ApplicationEventPublisher events) {
		this.watch = new ClockWatch(clock);
		this.events = events;
	}

	@Scheduled(fixedDelay = ClockWatch.INTERVAL_MILLIS)
	void run() {
		if (this.watch.wasSetBack()) {
			logger.warn("The machine's clock was set back; going on with new Kafka clients");
			this.events.publishEvent(new ClockSetBack());
		}
	}

}
