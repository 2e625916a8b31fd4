package io.planstream.consumer.apply;

import java.time.Clock;
import java.time.Duration;

import io.planstream.consumer.metrics.ApplyMetrics;
import io.planstream.consumer.position.ConsumerPositionRepository;
import io.planstream.consumer.run.RunRepository;
import io.planstream.model.apply.Applier;
import io.planstream.model.apply.ApplyWatcher;
import io.planstream.model.apply.Tally;
import io.planstream.model.reject.DeadLetters.Letter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ApplyConfiguration {

	@Bean
	Applier applier(ConsumerPositionRepository positions, RunRepository runs, SourceWatermarkRepository watermarks,
			PlatformTransactionManager transactions, Clock clock, ApplyMetrics metrics) {
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		return new Applier(
				(work) -> transaction.execute((status) -> work.apply(new JpaTables(positions, runs, watermarks))),
				clock, new Watcher(metrics));
	}

	private record Watcher(ApplyMetrics metrics) implements ApplyWatcher {

		private static final Log logger = LogFactory.getLog(Applier.class);

		@Override
		public void committed(Tally tally, Duration took) {
			this.metrics.committed(tally, took);
		}

		@Override
		public void buried(Letter letter) {
			logger.error(letter.toString(), letter.failure());
		}

	}

}
