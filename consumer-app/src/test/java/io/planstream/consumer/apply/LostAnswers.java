package io.planstream.consumer.apply;

import java.io.EOFException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;

/**
 * Commits, and then says that the connection broke: the one failure whose outcome nobody
 * can tell from the exception.
 */
@Configuration(proxyBeanMethods = false)
class LostAnswers {

	/** How many of the next commits are not answered. */
	static final AtomicInteger LEFT = new AtomicInteger();

	@Bean
	static BeanPostProcessor lossyTransactionManager() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof PlatformTransactionManager manager) ? new Lossy(manager) : bean;
			}

		};
	}

	private record Lossy(PlatformTransactionManager manager) implements PlatformTransactionManager {

		@Override
		public TransactionStatus getTransaction(TransactionDefinition definition) {
			return this.manager.getTransaction(definition);
		}

		@Override
		public void commit(TransactionStatus status) {
			boolean applier = Thread.currentThread().getName().startsWith("rows-");
			this.manager.commit(status);
			if (applier && LEFT.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
				throw new TransactionSystemException("Could not commit JPA transaction",
						new SQLException("Communications link failure during commit()", "08007", new EOFException()));
			}
		}

		@Override
		public void rollback(TransactionStatus status) {
			this.manager.rollback(status);
		}

	}

}
